package io.localstream.domain.session;

import io.localstream.domain.calendar.CommonEra;
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
 * @param endedAt empty while it is open, and where its process was ended by force
 * @param restorable whether nobody has wanted its end: it is open, or ended with its process
 * @param secret what both ends share, so that it can be gone on with; absent where it can't
 * @param transfers the latest that ended, oldest first
 */
public record Session(
    SessionId id,
    PresentedDevice peer,
    Endpoint connection,
    Side side,
    Endpoint remote,
    Instant since,
    Optional<Instant> endedAt,
    boolean restorable,
    Optional<SealedSecret> secret,
    List<TransferSummary> transfers) {
  /** So many are remembered: the whole record is written with each of them. */
  public static final int MOST_TRANSFERS = 200;

  public Session {
    Objects.requireNonNull(id);
    Objects.requireNonNull(peer);
    Objects.requireNonNull(connection);
    Objects.requireNonNull(side);
    Objects.requireNonNull(remote);
    CommonEra.require(since);
    endedAt.ifPresent(CommonEra::require);
    Objects.requireNonNull(secret);
    transfers = List.copyOf(transfers);
  }

  /** Where this side listened; empty where it dialled. */
  public Optional<Endpoint> listenedAt() {
    return side == Side.LISTENING ? Optional.of(connection) : Optional.empty();
  }

  public boolean isOpen() {
    return endedAt.isEmpty();
  }

  /** The session with one more ended transfer; of many the oldest is dropped. */
  public Session record(TransferSummary transfer) {
    return new Session(
        id,
        peer,
        connection,
        side,
        remote,
        since,
        endedAt,
        restorable,
        secret,
        Stream.concat(transfers.stream(), Stream.of(transfer))
            .skip(Math.max(0, transfers.size() + 1 - MOST_TRANSFERS))
            .toList());
  }

  /**
   * The session, ended.
   *
   * @param mayBeRestored whether nobody has wanted it to end
   * @throws IllegalStateException when it has ended before
   */
  public Session end(Instant at, boolean mayBeRestored) {
    if (!isOpen()) {
      throw new IllegalStateException("session " + id + " has ended before");
    }
    return new Session(
        id,
        peer,
        connection,
        side,
        remote,
        since,
        Optional.of(at),
        mayBeRestored,
        secret,
        transfers);
  }

  /**
   * The session, gone on with in another channel: its identifier, its beginning and its transfers
   * stay.
   *
   * @param now the session as it would be were it a new one
   */
  public Session goOn(Session now) {
    return new Session(
        id,
        now.peer,
        now.connection,
        now.side,
        now.remote,
        since,
        Optional.empty(),
        true,
        now.secret,
        transfers);
  }
}
