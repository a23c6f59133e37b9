package io.localstream.domain.port.fake;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.device.PeerCredentials;
import io.localstream.domain.device.PublicKey;
import io.localstream.domain.port.IdentityVault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * An identity whose keys are only names: nothing can be signed or unwrapped with them. Safe for
 * several threads.
 */
public record InMemoryIdentityVault(LocalIdentity identity) implements IdentityVault {
  /** The identity of a test's device; the same number gives the same device. */
  public static InMemoryIdentityVault numbered(int device) {
    DeviceId id = new DeviceId(new UUID(0x4000L, 0x8000_0000_0000_0000L | device));
    return withKeys(id, "of device " + device);
  }

  /** The identity of the same device after its keys were replaced. */
  public InMemoryIdentityVault withOtherKeys() {
    return withKeys(identity.id(), "after " + identity.fingerprint().hex());
  }

  private static InMemoryIdentityVault withKeys(DeviceId id, String name) {
    PublicKey signing = key("signing key " + name);
    PublicKey wrapping = key("wrapping key " + name);
    return new InMemoryIdentityVault(
        new LocalIdentity(id, signing, fingerprint(signing), wrapping));
  }

  /** What a secure channel tells a peer about this device. */
  public PeerCredentials credentials() {
    return new PeerCredentials(identity.id(), identity.signingKey(), identity.fingerprint());
  }

  private static PublicKey key(String name) {
    return new PublicKey(name.getBytes(StandardCharsets.US_ASCII));
  }

  private static Fingerprint fingerprint(PublicKey key) {
    try {
      return Fingerprint.of(MessageDigest.getInstance("SHA-256").digest(key.encoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
