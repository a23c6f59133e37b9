package io.localstream.domain.port;

import io.localstream.domain.network.Endpoint;
import java.time.Duration;

/** Brings links between endpoints about. Safe for use by several threads. */
public interface Transport {
  /**
   * Listens on exactly this address: never on more than was asked for.
   *
   * @param endpoint an address of this machine; port 0 chooses a free one
   * @throws io.localstream.domain.failure.LocalStreamException {@code ADDRESS_IN_USE}, {@code
   *     ADDRESS_NOT_LOCAL}, {@code PORT_FORBIDDEN} or {@code NAME_UNKNOWN}
   */
  Listener listen(Endpoint endpoint);

  /**
   * Opens a link and says what it is for.
   *
   * @param timeout longest time for all of it, positive; a name with several addresses has them
   *     tried in turn within it
   * @throws io.localstream.domain.failure.LocalStreamException {@code UNREACHABLE} (nobody listens,
   *     no route), {@code TIMED_OUT} or {@code NAME_UNKNOWN}
   */
  Link dial(Endpoint remote, Greeting greeting, Duration timeout);
}
