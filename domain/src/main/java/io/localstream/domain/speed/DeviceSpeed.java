package io.localstream.domain.speed;

import java.util.Objects;
import java.util.Optional;

/**
 * How fast one device is by itself.
 *
 * @param sealing one core encrypts
 * @param opening one core verifies and decrypts
 * @param disk empty where it could not be measured
 */
public record DeviceSpeed(Measurement sealing, Measurement opening, Optional<DiskSpeed> disk) {
  public DeviceSpeed {
    Objects.requireNonNull(sealing);
    Objects.requireNonNull(opening);
    Objects.requireNonNull(disk);
  }
}
