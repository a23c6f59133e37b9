package io.localstream.domain.port;

import io.localstream.domain.session.SealedSecret;
import io.localstream.domain.session.SessionClaim;

/**
 * Keeps what the two ends of a session share, and proves later that both still have it, so that a
 * session can be gone on with in another channel. Safe for several threads.
 */
public interface SessionSecrets {
  /** The secret of a channel, sealed so that only this device's identity opens it. */
  SealedSecret keep(SecureChannel channel);

  /**
   * The claim, for the other end of a new channel, to be the one with whom a session was had.
   *
   * @param secret of the session, kept by this device
   * @throws io.localstream.domain.failure.LocalStreamException {@code STORE_DAMAGED}: it can't be
   *     opened, for example because the identity was replaced
   */
  SessionClaim claim(SealedSecret secret, SecureChannel channel);

  /**
   * Whether a claim that came through {@code channel} is made with that secret.
   *
   * @return false also where the secret can't be opened any more
   */
  boolean isProved(SessionClaim claim, SealedSecret secret, SecureChannel channel);
}
