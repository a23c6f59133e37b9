package io.localstream.domain.port;

import java.time.Duration;

/**
 * Turns links into secure channels in the name of this device. Both sides prove that they hold
 * their signing key; keys that nobody has seen before are accepted here, and judged by trust.
 *
 * <p>Both methods take the link over: closing the channel closes it, and a failure closes it too.
 * Safe for use by several threads.
 */
public interface ChannelSecurity {
  /**
   * The part of the one who dialled.
   *
   * @param timeout longest time for the whole handshake, positive, which the peer can't stretch
   * @throws io.localstream.domain.failure.LocalStreamException {@code HANDSHAKE_FAILED}: the peer
   *     does not speak the protocol or can't prove its key; {@code TIMED_OUT}, {@code LINK_BROKEN},
   *     {@code CLOSED}
   */
  SecureChannel initiate(Link link, Duration timeout);

  /** The part of the one who listened; otherwise as {@link #initiate}. */
  SecureChannel respond(Link link, Duration timeout);
}
