package io.localstream.domain.device;

import java.util.Objects;

/** The public half of this device's own identity. */
public record LocalIdentity(
    DeviceId id, PublicKey signingKey, Fingerprint fingerprint, PublicKey wrappingKey) {
  public LocalIdentity {
    Objects.requireNonNull(id);
    Objects.requireNonNull(signingKey);
    Objects.requireNonNull(fingerprint);
    Objects.requireNonNull(wrappingKey);
  }
}
