package io.localstream.adapters.crypto;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.PassphraseSource;
import io.localstream.domain.port.SecretStore;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

/** The one secret in which an identity is kept; never replaced where it can't be read. */
final class KeptIdentity {
  private static final String SECRET = "identity.pem";

  private final SecretStore secrets;

  KeptIdentity(SecretStore secrets) {
    this.secrets = secrets;
  }

  Optional<IdentityDocument> read() {
    return secrets.read(SECRET).map(KeptIdentity::decode);
  }

  /** Keeps a first identity, or takes the one of another process that was faster. */
  IdentityDocument createIfAbsent(IdentityDocument fresh) {
    byte[] secret = fresh.toPem();
    try {
      return decode(secrets.createIfAbsent(SECRET, secret));
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /**
   * Keeps {@code now} in the place of {@code before}.
   *
   * @throws LocalStreamException {@code STORE_UNAVAILABLE}: another process has replaced that
   */
  void replace(IdentityDocument before, IdentityDocument now) {
    if (!read().map(before::isSameAs).orElse(false)) {
      throw new LocalStreamException(
          FailureCode.STORE_UNAVAILABLE,
          "another process changed this device's identity meanwhile; try again");
    }
    byte[] secret = now.toPem();
    try {
      secrets.replace(SECRET, secret);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /** Opens a document, and asks for the passphrase where it has one. */
  OpenedIdentity open(IdentityDocument document, PassphraseSource passphrases) {
    try {
      return OpenedIdentity.open(document, passphrases);
    } catch (GeneralSecurityException e) {
      throw damaged(e);
    }
  }

  private static IdentityDocument decode(byte[] secret) {
    try {
      return IdentityDocument.parse(secret);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw damaged(e);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  private static LocalStreamException damaged(Throwable cause) {
    return new LocalStreamException(
        FailureCode.STORE_DAMAGED,
        "this device's identity ("
            + SECRET
            + ") is damaged; restore it from a backup, or remove it to start as a new device"
            + " that every peer has to trust anew",
        cause);
  }
}
