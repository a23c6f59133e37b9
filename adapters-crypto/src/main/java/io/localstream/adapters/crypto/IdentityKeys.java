package io.localstream.adapters.crypto;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.device.PublicKey;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Everything secret about this device: one pair of keys that only signs, in the certificate, and
 * one that only unwraps.
 */
record IdentityKeys(
    DeviceCertificate certificate,
    PrivateKey signing,
    RSAPublicKey wrapping,
    PrivateKey unwrapping) {
  /**
   * Makes new keys, which takes a while.
   *
   * @param pairs source of two new pairs; asked by two threads at once
   */
  static IdentityKeys generate(DeviceId id, UUID serial, Instant now, Supplier<KeyPair> pairs) {
    CompletableFuture<KeyPair> other = CompletableFuture.supplyAsync(pairs);
    KeyPair signing = pairs.get();
    KeyPair wrapping = other.join();
    return new IdentityKeys(
        CertificateIssuer.issue(id, signing, serial, now),
        signing.getPrivate(),
        (RSAPublicKey) wrapping.getPublic(),
        wrapping.getPrivate());
  }

  /** The half that may be told. */
  LocalIdentity identity() {
    return new LocalIdentity(
        certificate.id(),
        new PublicKey(certificate.key().getEncoded()),
        RsaKeys.fingerprint(certificate.key()),
        new PublicKey(wrapping.getEncoded()));
  }

  /** Tells nothing. */
  @Override
  public String toString() {
    return "IdentityKeys[" + certificate.id() + "]";
  }
}
