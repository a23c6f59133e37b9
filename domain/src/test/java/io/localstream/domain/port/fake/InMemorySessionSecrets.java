package io.localstream.domain.port.fake;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.SecureChannel;
import io.localstream.domain.port.SessionSecrets;
import io.localstream.domain.session.SealedSecret;
import io.localstream.domain.session.SessionClaim;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Keeps secrets in clear, with a digest that anybody could make, and proves them by digests. NOT
 * secure: it shows a conversation's behaviour. Safe for several threads.
 */
public final class InMemorySessionSecrets implements SessionSecrets {
  private static final int SECRET_BYTES = 32;

  private final byte[] owner;

  /** Makes the secrets of a device; all that are made this way are one device's. */
  public InMemorySessionSecrets() {
    this("this device");
  }

  /** Makes the secrets of the device with that name, which opens no other's. */
  public InMemorySessionSecrets(String owner) {
    this.owner = owner.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public SealedSecret keep(SecureChannel channel) {
    byte[] secret = channel.sessionSecret();
    byte[] sealed = Arrays.copyOf(secret, 2 * SECRET_BYTES);
    System.arraycopy(digest(owner, secret), 0, sealed, SECRET_BYTES, SECRET_BYTES);
    return new SealedSecret(sealed);
  }

  @Override
  public SessionClaim claim(SealedSecret secret, SecureChannel channel) {
    return proof(secret, channel)
        .orElseThrow(() ->
            new LocalStreamException(
                FailureCode.STORE_DAMAGED,
                "the secret of that session is damaged; connect to the device anew"));
  }

  @Override
  public boolean isProved(SessionClaim claim, SealedSecret secret, SecureChannel channel) {
    return proof(secret, channel).map(claim::equals).orElse(false);
  }

  private Optional<SessionClaim> proof(SealedSecret sealed, SecureChannel channel) {
    byte[] secret = Arrays.copyOf(sealed.sealed(), SECRET_BYTES);
    byte[] expected = Arrays.copyOf(secret, 2 * SECRET_BYTES);
    System.arraycopy(digest(owner, secret), 0, expected, SECRET_BYTES, SECRET_BYTES);
    return Arrays.equals(expected, sealed.sealed())
        ? Optional.of(new SessionClaim(digest(secret, channel.binding())))
        : Optional.empty();
  }

  private static byte[] digest(byte[] one, byte[] two) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(one);
      digest.update(two);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
