package io.localstream.domain.trust;

import io.localstream.domain.device.DeviceName;
import java.util.List;

/** The names under which devices are known: no two are alike, unless a person has let them be. */
public final class PinnedNames {
  private static final int SECOND = 2;

  private PinnedNames() {}

  /** Whether one of the devices is known by that name, or by one that looks like it. */
  public static boolean isTaken(List<PinnedDevice> devices, DeviceName name) {
    return devices.stream().anyMatch(device -> device.name().isLike(name));
  }

  /** The name, with a number behind it where it is taken: {@code anna-2}. */
  public static DeviceName free(List<PinnedDevice> devices, DeviceName wanted) {
    DeviceName name = wanted;
    for (int number = SECOND; isTaken(devices, name); number++) {
      name = wanted.withEnding("-" + number);
    }
    return name;
  }
}
