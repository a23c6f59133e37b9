package io.localstream.domain.port;

import java.time.Duration;

/** A link that somebody else opened. */
public interface IncomingLink extends Link {
  /**
   * Reads what the link is for. What follows on the link for that purpose is still unread.
   *
   * @param timeout longest time for the whole greeting, positive, however slowly it comes
   * @throws io.localstream.domain.failure.LocalStreamException {@code PROTOCOL_VIOLATION}: not a
   *     greeting of this protocol; {@code TIMED_OUT}, {@code LINK_BROKEN} (also when it ends
   *     early), {@code CLOSED}
   * @throws IllegalStateException when called a second time
   */
  Greeting greeting(Duration timeout);
}
