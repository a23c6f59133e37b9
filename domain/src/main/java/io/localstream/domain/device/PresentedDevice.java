package io.localstream.domain.device;

import java.util.Objects;
import java.util.Optional;

/**
 * A device as it presents itself: credentials proved by the secure channel; name, wrapping key and
 * MAC address as told inside it.
 */
public record PresentedDevice(
    PeerCredentials credentials, DeviceName name, PublicKey wrappingKey, Optional<MacAddress> mac) {
  public PresentedDevice {
    Objects.requireNonNull(credentials);
    Objects.requireNonNull(name);
    Objects.requireNonNull(wrappingKey);
    Objects.requireNonNull(mac);
  }

  /** The same device under another name. */
  public PresentedDevice named(DeviceName other) {
    return new PresentedDevice(credentials, other, wrappingKey, mac);
  }

  public DeviceId id() {
    return credentials.id();
  }

  public Fingerprint fingerprint() {
    return credentials.fingerprint();
  }
}
