package io.localstream.adapters.crypto;

import io.localstream.domain.device.Passphrase;
import io.localstream.domain.device.Succession;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.PassphraseSource;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys out of a document, and the passphrase that opened it, if one did. Closing wipes the
 * passphrase and leaves the keys.
 */
record OpenedIdentity(IdentityKeys keys, @Nullable Passphrase passphrase) implements AutoCloseable {

  /** Opens a document, and asks for the passphrase where it has one. */
  static OpenedIdentity open(IdentityDocument document, PassphraseSource passphrases)
      throws GeneralSecurityException {
    return switch (document.privateKeys()) {
      case IdentityDocument.KeptKeys.Plain keys ->
          new OpenedIdentity(
              new IdentityKeys(
                  document.certificate(), keys.signing(), document.wrapping(), keys.unwrapping()),
              null);
      case IdentityDocument.KeptKeys.Locked keys -> unlock(document, keys, passphrases);
    };
  }

  private static OpenedIdentity unlock(
      IdentityDocument document,
      IdentityDocument.KeptKeys.Locked keys,
      PassphraseSource passphrases)
      throws GeneralSecurityException {
    for (int attempt = 1; attempt <= PassphraseSource.MAX_ATTEMPTS; attempt++) {
      Optional<Passphrase> given = passphrases.unlock(attempt);
      if (given.isEmpty()) {
        break;
      }
      Optional<IdentityKeys> opened = unlock(document, keys, given.get());
      if (opened.isPresent()) {
        return new OpenedIdentity(opened.get(), given.get());
      }
      given.get().close();
    }
    throw new LocalStreamException(
        FailureCode.IDENTITY_LOCKED,
        "this device's keys are protected and nobody gave the right passphrase; try again with it");
  }

  /**
   * The keys, or none where the passphrase is another.
   *
   * @throws GeneralSecurityException when it is the right one, and the second key is damaged
   */
  private static Optional<IdentityKeys> unlock(
      IdentityDocument document, IdentityDocument.KeptKeys.Locked keys, Passphrase passphrase)
      throws GeneralSecurityException {
    LaneKey key = keys.signing().settings().derive(passphrase);
    try {
      Optional<PrivateKey> signing = signing(document, keys, key);
      if (signing.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new IdentityKeys(
              document.certificate(),
              signing.get(),
              document.wrapping(),
              decrypt(keys.unwrapping(), key, document.wrapping())));
    } finally {
      key.destroy();
    }
  }

  private static Optional<PrivateKey> signing(
      IdentityDocument document, IdentityDocument.KeptKeys.Locked keys, LaneKey key) {
    try {
      return Optional.of(decrypt(keys.signing(), key, document.certificate().key()));
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    }
  }

  private static PrivateKey decrypt(EncryptedKey encrypted, LaneKey key, RSAPublicKey counterpart)
      throws GeneralSecurityException {
    byte[] pkcs8 = encrypted.decrypt(key);
    try {
      return RsaKeys.decodePrivate(pkcs8, counterpart);
    } finally {
      Arrays.fill(pkcs8, (byte) 0);
    }
  }

  /** A document of other content with the same protection. */
  IdentityDocument keep(IdentityKeys other, List<Succession> successions) {
    return passphrase == null
        ? IdentityDocument.plain(other, successions)
        : IdentityDocument.locked(other, successions, passphrase);
  }

  @Override
  public void close() {
    if (passphrase != null) {
      passphrase.close();
    }
  }

  /** Tells nothing. */
  @Override
  public String toString() {
    return "OpenedIdentity[" + keys.certificate().id() + "]";
  }
}
