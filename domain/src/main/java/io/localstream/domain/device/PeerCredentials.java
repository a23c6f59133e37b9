package io.localstream.domain.device;

import java.util.Objects;

/**
 * What a secure channel proved about the device at its other end: it holds the private half of
 * {@code signingKey}. The identifier is the one in its certificate, signed by that key.
 */
public record PeerCredentials(DeviceId id, PublicKey signingKey, Fingerprint fingerprint) {
  public PeerCredentials {
    Objects.requireNonNull(id);
    Objects.requireNonNull(signingKey);
    Objects.requireNonNull(fingerprint);
  }
}
