package io.localstream.adapters.crypto;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.SecureChannel;
import io.localstream.domain.port.SessionSecrets;
import io.localstream.domain.session.SealedSecret;
import io.localstream.domain.session.SessionClaim;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets sealed as {@link SecretEnvelope} says, and claims that are HMAC-SHA256 (RFC 2104) under
 * the secret over {@code "localstream/1 claim"} and the new channel's binding. Safe for several
 * threads.
 */
public final class SealedSessionSecrets implements SessionSecrets {
  private static final byte[] CLAIM = "localstream/1 claim".getBytes(StandardCharsets.US_ASCII);
  private static final String HMAC = "HmacSHA256";

  private final RsaIdentityVault vault;

  /** Makes the secrets of the device whose identity is in the vault. */
  public SealedSessionSecrets(RsaIdentityVault vault) {
    this.vault = vault;
  }

  @Override
  public SealedSecret keep(SecureChannel channel) {
    byte[] secret = channel.sessionSecret();
    try {
      return new SealedSecret(SecretEnvelope.seal(secret, vault.keys().wrapping()));
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  @Override
  public SessionClaim claim(SealedSecret secret, SecureChannel channel) {
    IdentityKeys keys = vault.keys();
    try {
      return new SessionClaim(proof(secret, channel, keys));
    } catch (GeneralSecurityException e) {
      throw new LocalStreamException(
          FailureCode.STORE_DAMAGED,
          "the secret of that session can't be opened with this device's keys;"
              + " connect to the device anew",
          e);
    }
  }

  @Override
  public boolean isProved(SessionClaim claim, SealedSecret secret, SecureChannel channel) {
    IdentityKeys keys = vault.keys();
    try {
      return MessageDigest.isEqual(proof(secret, channel, keys), claim.proof());
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static byte[] proof(SealedSecret sealed, SecureChannel channel, IdentityKeys keys)
      throws GeneralSecurityException {
    byte[] secret = SecretEnvelope.open(sealed.sealed(), keys);
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      mac.update(CLAIM);
      return mac.doFinal(channel.binding());
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }
}
