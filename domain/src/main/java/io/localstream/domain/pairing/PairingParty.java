package io.localstream.domain.pairing;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.device.PublicKey;
import java.util.Objects;

/** One of two devices, by everything that pairing pins. */
public record PairingParty(DeviceId id, Fingerprint fingerprint, PublicKey wrappingKey) {
  public PairingParty {
    Objects.requireNonNull(id);
    Objects.requireNonNull(fingerprint);
    Objects.requireNonNull(wrappingKey);
  }

  public static PairingParty of(LocalIdentity own) {
    return new PairingParty(own.id(), own.fingerprint(), own.wrappingKey());
  }

  public static PairingParty of(PresentedDevice peer) {
    return new PairingParty(peer.id(), peer.fingerprint(), peer.wrappingKey());
  }
}
