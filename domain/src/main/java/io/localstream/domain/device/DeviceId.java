package io.localstream.domain.device;

import java.util.Objects;
import java.util.UUID;

/**
 * The lasting identifier of a device; it stays when the device's keys are replaced. It is a claim
 * that only a pinned key makes true.
 */
public record DeviceId(UUID value) {
  public DeviceId {
    Objects.requireNonNull(value);
  }

  /** Parses the canonical form of {@link #toString()}. */
  public static DeviceId parse(String text) {
    UUID uuid = UUID.fromString(text);
    if (!uuid.toString().equalsIgnoreCase(text)) {
      throw new IllegalArgumentException("not a device id");
    }
    return new DeviceId(uuid);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
