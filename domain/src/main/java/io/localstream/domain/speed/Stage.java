package io.localstream.domain.speed;

import java.util.EnumMap;
import java.util.Map;

/** What has to be done to every byte, in this order. */
public enum Stage {
  /** From the sender's disk. */
  READING,
  /** On the sender. */
  SEALING,
  NETWORK,
  /** On the receiver. */
  OPENING,
  /** To the receiver's disk. */
  WRITING;

  /** How fast a device does what belongs to sending. */
  public static Map<Stage, Measurement> ofSender(DeviceSpeed device) {
    Map<Stage, Measurement> stages = new EnumMap<>(Stage.class);
    device.disk().ifPresent(disk -> stages.put(READING, disk.reading()));
    stages.put(SEALING, device.sealing());
    return stages;
  }

  /** How fast a device does what belongs to receiving. */
  public static Map<Stage, Measurement> ofReceiver(DeviceSpeed device) {
    Map<Stage, Measurement> stages = new EnumMap<>(Stage.class);
    stages.put(OPENING, device.opening());
    device.disk().ifPresent(disk -> stages.put(WRITING, disk.writing()));
    return stages;
  }

  /** How fast everything goes from one device to another. */
  public static Map<Stage, Measurement> onTheWay(
      DeviceSpeed sender, Measurement network, DeviceSpeed receiver) {
    Map<Stage, Measurement> stages = ofSender(sender);
    stages.put(NETWORK, network);
    stages.putAll(ofReceiver(receiver));
    return stages;
  }
}
