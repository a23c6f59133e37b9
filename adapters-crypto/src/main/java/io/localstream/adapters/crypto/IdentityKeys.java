package io.localstream.adapters.crypto;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.device.PublicKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Everything secret about this device: one pair of keys that only signs, in the certificate, and
 * one that only unwraps.
 */
record IdentityKeys(
    DeviceCertificate certificate,
    PrivateKey signing,
    RSAPublicKey wrapping,
    PrivateKey unwrapping) {
  private static final String CERTIFICATE = "CERTIFICATE";
  private static final String PRIVATE_KEY = "PRIVATE KEY";
  private static final String PUBLIC_KEY = "PUBLIC KEY";

  /** Makes new keys, which takes a while. */
  static IdentityKeys generate(DeviceId id, UUID serial, Instant now) {
    CompletableFuture<KeyPair> other = CompletableFuture.supplyAsync(RsaKeys::generate);
    KeyPair signing = RsaKeys.generate();
    KeyPair wrapping = other.join();
    return new IdentityKeys(
        CertificateIssuer.issue(id, signing, serial, now),
        signing.getPrivate(),
        (RSAPublicKey) wrapping.getPublic(),
        wrapping.getPrivate());
  }

  /**
   * The form in which they are kept: certificate, signing key, unwrapping key and wrapping key, one
   * after the other. The caller wipes it.
   */
  byte[] toPem() {
    try (Pem.WipedOutput out = new Pem.WipedOutput()) {
      Pem.append(CERTIFICATE, certificate.encoded(), out);
      appendSecret(signing, out);
      appendSecret(unwrapping, out);
      Pem.append(PUBLIC_KEY, wrapping.getEncoded(), out);
      return out.toByteArray();
    }
  }

  private static void appendSecret(PrivateKey key, Pem.WipedOutput out) {
    byte[] der = key.getEncoded();
    Pem.append(PRIVATE_KEY, der, out);
    Arrays.fill(der, (byte) 0);
  }

  /**
   * Reads what {@link #toPem()} wrote.
   *
   * @throws GeneralSecurityException when a part is not what it should be
   * @throws IllegalArgumentException when a part is missing or garbled
   */
  static IdentityKeys fromPem(byte[] text) throws GeneralSecurityException {
    Pem.Found certificate = Pem.find(CERTIFICATE, text, 0);
    Pem.Found signing = Pem.find(PRIVATE_KEY, text, certificate.end());
    Pem.Found unwrapping = Pem.find(PRIVATE_KEY, text, signing.end());
    Pem.Found wrapping = Pem.find(PUBLIC_KEY, text, unwrapping.end());
    try {
      DeviceCertificate parsed = DeviceCertificate.parse(certificate.der());
      RSAPublicKey wrappingKey = RsaKeys.decodePublic(wrapping.der());
      return new IdentityKeys(
          parsed,
          RsaKeys.decodePrivate(signing.der(), parsed.key()),
          wrappingKey,
          RsaKeys.decodePrivate(unwrapping.der(), wrappingKey));
    } finally {
      Arrays.fill(signing.der(), (byte) 0);
      Arrays.fill(unwrapping.der(), (byte) 0);
    }
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
