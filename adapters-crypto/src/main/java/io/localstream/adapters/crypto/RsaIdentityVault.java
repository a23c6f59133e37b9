package io.localstream.adapters.crypto;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.port.SecretStore;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Two RSA-3072 key pairs and a certificate, kept as one secret, so that nobody ever sees half an
 * identity. Read once, when it is first needed. Safe for several threads and processes.
 */
public final class RsaIdentityVault implements IdentityVault {
  private static final String SECRET = "identity.pem";

  private final SecretStore secrets;
  private final IdentifierSource identifiers;
  private final InstantSource clock;
  private @Nullable IdentityKeys keys;

  /**
   * Makes a vault; nothing is read yet.
   *
   * @param secrets where the secret {@code identity.pem} is kept
   * @param identifiers source of the new device's identifier
   * @param clock source of the date in a new certificate
   */
  public RsaIdentityVault(SecretStore secrets, IdentifierSource identifiers, InstantSource clock) {
    this.secrets = secrets;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public LocalIdentity identity() {
    return keys().identity();
  }

  /** The identity with its secrets, for this package only. */
  synchronized IdentityKeys keys() {
    IdentityKeys known = keys;
    if (known == null) {
      known = secrets.read(SECRET).map(RsaIdentityVault::decode).orElseGet(this::create);
      keys = known;
    }
    return known;
  }

  private IdentityKeys create() {
    IdentityKeys fresh =
        IdentityKeys.generate(
            new DeviceId(identifiers.newId()), identifiers.newId(), clock.instant());
    byte[] secret = fresh.toPem();
    try {
      // Another process may have been faster; then its identity is ours.
      return decode(secrets.createIfAbsent(SECRET, secret));
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  private static IdentityKeys decode(byte[] secret) {
    try {
      return IdentityKeys.fromPem(secret);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new LocalStreamException(
          FailureCode.STORE_DAMAGED,
          "this device's identity ("
              + SECRET
              + ") is damaged; restore it from a backup, or remove it to start as a new device"
              + " that every peer has to trust anew",
          e);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }
}
