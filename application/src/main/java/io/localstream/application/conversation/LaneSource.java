package io.localstream.application.conversation;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.port.Link;
import io.localstream.domain.transfer.LaneTicket;
import io.localstream.domain.transfer.TransferId;
import java.util.List;
import java.util.Optional;

/**
 * How a side of a transfer comes to its lanes: who dialled the session dials the lanes too, with
 * tickets of who listened. Thread-safe.
 */
sealed interface LaneSource extends AutoCloseable permits DialledLanes, AwaitedLanes {
  /** So many there may be in a transfer, one after the other: more is no use of them. */
  int MAX_LANES = 256;

  /** The tickets to send to the peer, lane 0 first; none where this side dials. */
  List<LaneTicket> tickets();

  /**
   * Begins to hand over lanes as they come.
   *
   * @param fromPeer the peer's tickets, lane 0 first
   * @param taker is handed each lane once, open; must not wait for anything
   * @throws LocalStreamException {@code PROTOCOL_VIOLATION}: the peer owes tickets
   */
  void begin(List<LaneTicket> fromPeer, Taker taker);

  /** Lets the peer dial another lane; empty where this side dials. */
  Optional<ControlMessage.NewLane> another(TransferId transfer);

  /**
   * Takes the peer's leave to dial another lane.
   *
   * @throws LocalStreamException {@code PROTOCOL_VIOLATION}: it is the peer that dials
   */
  void add(int lane, LaneTicket ticket);

  /** Hands over no more lanes. Idempotent. */
  @Override
  void close();

  /** Where lanes go. */
  interface Taker {
    /** Takes a lane over. */
    void take(int lane, Link link);

    /** Learns that one could not be opened, and will not be tried again. */
    void missed(LocalStreamException reason);
  }

  /** What a peer does that does not keep to its part. */
  static LocalStreamException outOfTurn() {
    return new LocalStreamException(
        FailureCode.PROTOCOL_VIOLATION, "the peer mixed up who opens the data connections");
  }
}
