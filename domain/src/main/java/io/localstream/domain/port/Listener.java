package io.localstream.domain.port;

import io.localstream.domain.network.Endpoint;
import java.time.Duration;
import java.util.Optional;

/** A bound endpoint on which links arrive. Any thread may close it. */
public interface Listener extends AutoCloseable {
  /** The address that is bound, with the port that was chosen where 0 was asked for. */
  Endpoint endpoint();

  /**
   * Takes the next link that arrived. Who opened it is unknown and nothing of it has been read, so
   * this never waits for a slow stranger.
   *
   * @param timeout longest wait, positive
   * @return empty when none arrived in time
   * @throws io.localstream.domain.failure.LocalStreamException {@code CLOSED} once closed, also
   *     when closed during the call
   */
  Optional<IncomingLink> accept(Duration timeout);

  /** Stops listening and frees the port; accepted links stay open. Idempotent; never throws. */
  @Override
  void close();
}
