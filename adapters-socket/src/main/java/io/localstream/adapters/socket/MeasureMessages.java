package io.localstream.adapters.socket;

import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.Measure;
import io.localstream.domain.message.Measured;
import io.localstream.domain.speed.DeviceSpeed;
import io.localstream.domain.speed.DiskSpeed;
import io.localstream.domain.speed.Measurement;
import io.localstream.domain.speed.SpeedStep;
import io.localstream.domain.transfer.LaneTicket;
import io.localstream.domain.transfer.TransferId;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of the messages by which two devices measure what is between them. */
final class MeasureMessages {
  private MeasureMessages() {}

  static void write(Measure measure, ObjectNode object) {
    putStep(measure.measurement(), measure.step(), measure.tickets(), object);
    object.put("bytes", measure.bytes());
  }

  /** A step that a later version may have is a message that is not known. */
  static ControlMessage measure(Fields fields) {
    Optional<SpeedStep> step = step(fields);
    if (step.isEmpty()) {
      return new ControlMessage.Unrecognised();
    }
    return new Measure(
        fields.transfer("measurement"),
        step.get(),
        fields.tickets("tickets"),
        fields.longInteger("bytes"));
  }

  static void write(Measured measured, ObjectNode object) {
    putStep(measured.measurement(), measured.step(), measured.tickets(), object);
    measured.device().ifPresent(device -> write(device, object.putObject("device")));
    measured.network().ifPresent(network -> put("network", network, object));
  }

  static ControlMessage measured(Fields fields) {
    Optional<SpeedStep> step = step(fields);
    if (step.isEmpty()) {
      return new ControlMessage.Unrecognised();
    }
    return new Measured(
        fields.transfer("measurement"),
        step.get(),
        fields.tickets("tickets"),
        fields.optionalObject("device", MeasureMessages::device),
        fields.optionalObject("network", MeasureMessages::measurement));
  }

  private static void putStep(
      TransferId measurement, SpeedStep step, List<LaneTicket> tickets, ObjectNode object) {
    object.put("measurement", measurement.toString());
    object.put("step", name(step));
    ArrayNode array = object.putArray("tickets");
    tickets.forEach(ticket -> array.add(Base64.getEncoder().encodeToString(ticket.value())));
  }

  private static String name(SpeedStep step) {
    return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Optional<SpeedStep> step(Fields fields) {
    String name = fields.text("step");
    return Arrays.stream(SpeedStep.values()).filter(step -> name(step).equals(name)).findFirst();
  }

  private static void write(DeviceSpeed device, ObjectNode object) {
    put("sealing", device.sealing(), object);
    put("opening", device.opening(), object);
    device
        .disk()
        .ifPresent(disk -> {
          ObjectNode node = object.putObject("disk");
          put("writing", disk.writing(), node);
          put("reading", disk.reading(), node);
          node.put("fromMemory", disk.fromMemory());
        });
  }

  private static DeviceSpeed device(Fields fields) {
    return new DeviceSpeed(
        fields.object("sealing", MeasureMessages::measurement),
        fields.object("opening", MeasureMessages::measurement),
        fields.optionalObject("disk", MeasureMessages::disk));
  }

  private static DiskSpeed disk(Fields fields) {
    return new DiskSpeed(
        fields.object("writing", MeasureMessages::measurement),
        fields.object("reading", MeasureMessages::measurement),
        fields.truth("fromMemory"));
  }

  private static void put(String name, Measurement measurement, ObjectNode object) {
    object.putObject(name).put("bytes", measurement.bytes()).put("nanos", measurement.nanos());
  }

  private static Measurement measurement(Fields fields) {
    return new Measurement(
        fields.longInteger("bytes"), Duration.ofNanos(fields.longInteger("nanos")));
  }
}
