package io.localstream.domain.session;

import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Side;
import io.localstream.domain.transfer.TransferSummary;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The authenticated relation with one peer over one connection, from the moment both sides trusted
 * each other until it ended. Immutable.
 *
 * @param connection the connection's endpoint: the own one when listening, the peer's when dialled
 * @param remote where the peer's link comes from or goes to
 * @param transfers those that ended, oldest first
 */
public record Session(
    SessionId id,
    PresentedDevice peer,
    Endpoint connection,
    Side side,
    Endpoint remote,
    Instant since,
    Optional<Instant> endedAt,
    List<TransferSummary> transfers) {
  public Session {
    Objects.requireNonNull(id);
    Objects.requireNonNull(peer);
    Objects.requireNonNull(connection);
    Objects.requireNonNull(side);
    Objects.requireNonNull(remote);
    Objects.requireNonNull(since);
    Objects.requireNonNull(endedAt);
    transfers = List.copyOf(transfers);
  }

  public boolean isOpen() {
    return endedAt.isEmpty();
  }

  /** The session with one more ended transfer. */
  public Session record(TransferSummary transfer) {
    return new Session(
        id,
        peer,
        connection,
        side,
        remote,
        since,
        endedAt,
        Stream.concat(transfers.stream(), Stream.of(transfer)).toList());
  }

  /**
   * The session, ended.
   *
   * @throws IllegalStateException when it has ended before
   */
  public Session end(Instant at) {
    if (!isOpen()) {
      throw new IllegalStateException("session " + id + " has ended before");
    }
    return new Session(id, peer, connection, side, remote, since, Optional.of(at), transfers);
  }
}
