package io.localstream.adapters.crypto;

import io.localstream.domain.device.Passphrase;
import io.localstream.domain.device.Succession;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An identity as it is kept, in one piece: certificate, signing key, unwrapping key, wrapping key
 * and statements of succession, latest first, each as an encapsulated text (RFC 7468).
 *
 * @param successions at most {@link Succession#MAX_TOLD}
 */
record IdentityDocument(
    DeviceCertificate certificate,
    RSAPublicKey wrapping,
    KeptKeys privateKeys,
    List<Succession> successions) {
  private static final String CERTIFICATE = "CERTIFICATE";
  private static final String PRIVATE_KEY = "PRIVATE KEY";
  private static final String ENCRYPTED_PRIVATE_KEY = "ENCRYPTED PRIVATE KEY";
  private static final String PUBLIC_KEY = "PUBLIC KEY";
  private static final String SUCCESSION = "LOCALSTREAM SUCCESSION";

  /** How the private keys are kept. */
  sealed interface KeptKeys {
    /** As PrivateKeyInfo (PKCS #8, RFC 5208). */
    record Plain(PrivateKey signing, PrivateKey unwrapping) implements KeptKeys {}

    /** Under one key that is made of a passphrase, because making it takes a while. */
    record Locked(EncryptedKey signing, EncryptedKey unwrapping) implements KeptKeys {
      public Locked {
        if (!signing.settings().isSameAs(unwrapping.settings())) {
          throw new IllegalArgumentException("not under one key");
        }
      }
    }
  }

  IdentityDocument {
    successions = successions.stream().limit(Succession.MAX_TOLD).toList();
  }

  /** Keeps keys without a passphrase. */
  static IdentityDocument plain(IdentityKeys keys, List<Succession> successions) {
    return new IdentityDocument(
        keys.certificate(),
        keys.wrapping(),
        new KeptKeys.Plain(keys.signing(), keys.unwrapping()),
        successions);
  }

  /** Keeps keys under a passphrase, which takes a while. */
  static IdentityDocument locked(
      IdentityKeys keys, List<Succession> successions, Passphrase passphrase) {
    ScryptSettings settings = ScryptSettings.fresh();
    LaneKey key = settings.derive(passphrase);
    try {
      return new IdentityDocument(
          keys.certificate(),
          keys.wrapping(),
          new KeptKeys.Locked(
              encrypt(keys.signing(), settings, key), encrypt(keys.unwrapping(), settings, key)),
          successions);
    } finally {
      key.destroy();
    }
  }

  private static EncryptedKey encrypt(PrivateKey own, ScryptSettings settings, LaneKey key) {
    byte[] pkcs8 = own.getEncoded();
    try {
      return EncryptedKey.of(pkcs8, settings, key);
    } finally {
      Arrays.fill(pkcs8, (byte) 0);
    }
  }

  /** The form in which it is kept. The caller wipes it. */
  byte[] toPem() {
    try (Pem.WipedOutput out = new Pem.WipedOutput()) {
      Pem.append(CERTIFICATE, certificate.encoded(), out);
      switch (privateKeys) {
        case KeptKeys.Plain keys -> {
          appendSecret(keys.signing(), out);
          appendSecret(keys.unwrapping(), out);
        }
        case KeptKeys.Locked keys -> {
          Pem.append(ENCRYPTED_PRIVATE_KEY, keys.signing().toDer(), out);
          Pem.append(ENCRYPTED_PRIVATE_KEY, keys.unwrapping().toDer(), out);
        }
      }
      Pem.append(PUBLIC_KEY, wrapping.getEncoded(), out);
      successions.forEach(
          succession -> Pem.append(SUCCESSION, SuccessionStatement.encode(succession), out));
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
  static IdentityDocument parse(byte[] text) throws GeneralSecurityException {
    Pem.Found certificate = Pem.find(CERTIFICATE, text, 0);
    boolean locked = Pem.contains(ENCRYPTED_PRIVATE_KEY, text, certificate.end());
    String label = locked ? ENCRYPTED_PRIVATE_KEY : PRIVATE_KEY;
    Pem.Found signing = Pem.find(label, text, certificate.end());
    Pem.Found unwrapping = Pem.find(label, text, signing.end());
    Pem.Found wrapping = Pem.find(PUBLIC_KEY, text, unwrapping.end());
    try {
      DeviceCertificate parsed = DeviceCertificate.parse(certificate.der());
      RSAPublicKey wrappingKey = RsaKeys.decodePublic(wrapping.der());
      KeptKeys keys =
          locked
              ? new KeptKeys.Locked(
                  EncryptedKey.parse(signing.der()), EncryptedKey.parse(unwrapping.der()))
              : new KeptKeys.Plain(
                  RsaKeys.decodePrivate(signing.der(), parsed.key()),
                  RsaKeys.decodePrivate(unwrapping.der(), wrappingKey));
      return new IdentityDocument(parsed, wrappingKey, keys, successions(text, wrapping.end()));
    } finally {
      Arrays.fill(signing.der(), (byte) 0);
      Arrays.fill(unwrapping.der(), (byte) 0);
    }
  }

  private static List<Succession> successions(byte[] text, int from)
      throws GeneralSecurityException {
    List<Succession> successions = new ArrayList<>();
    int end = from;
    while (Pem.contains(SUCCESSION, text, end)) {
      Pem.Found found = Pem.find(SUCCESSION, text, end);
      successions.add(SuccessionStatement.decode(found.der()));
      end = found.end();
    }
    return successions;
  }

  boolean isLocked() {
    return switch (privateKeys) {
      case KeptKeys.Plain _ -> false;
      case KeptKeys.Locked _ -> true;
    };
  }

  /** Whether the other is the same to the last byte. */
  boolean isSameAs(IdentityDocument other) {
    byte[] own = toPem();
    byte[] others = other.toPem();
    try {
      return MessageDigest.isEqual(own, others);
    } finally {
      Arrays.fill(own, (byte) 0);
      Arrays.fill(others, (byte) 0);
    }
  }

  /** Tells nothing. */
  @Override
  public String toString() {
    return "IdentityDocument[" + certificate.id() + "]";
  }
}
