package io.localstream.application.conversation;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.time.Deadline;
import io.localstream.domain.transfer.TransferId;
import java.util.Optional;

/** What the sender's and the receiver's side of a transfer have in common. */
abstract sealed class TransferConversation permits SenderConversation, ReceiverConversation {
  final PeerLine line;
  final TransferTrack track;
  final ConversationPorts ports;

  TransferConversation(PeerLine line, TransferTrack track, ConversationPorts ports) {
    this.line = line;
    this.track = track;
    this.ports = ports;
  }

  /** Holds the conversation; returns when it is over, and has told the person and the peer. */
  final void run() {
    try {
      converse();
    } catch (LocalStreamException e) {
      settle(e);
    } catch (InterruptedException e) {
      settle(new LocalStreamException(FailureCode.CANCELLED, "cancelled", e));
    } catch (RuntimeException | Error e) {
      settle(new LocalStreamException(FailureCode.INTERNAL, "internal error: " + e, e));
    }
  }

  abstract void converse() throws InterruptedException;

  private void settle(LocalStreamException failure) {
    Mailbox mailbox = track.mailbox();
    mailbox.fail(failure, false);
    if (!mailbox.peerKnows()) {
      line.send(Replies.status(failure, track.current()));
    }
    track.fail(failure);
  }

  final TransferId id() {
    return track.current().id();
  }

  /** Waits for a message of this type; any other is out of turn. */
  final <M extends ControlMessage> M expect(Class<M> type) throws InterruptedException {
    return require(type, track.mailbox().take());
  }

  /** The same, where no person is asked on the other side. */
  final <M extends ControlMessage> M expectSoon(Class<M> type) throws InterruptedException {
    return require(
        type, track.mailbox().takeWithin(Deadline.in(ports.ticker(), ports.timeouts().message())));
  }

  private <M extends ControlMessage> M require(Class<M> type, ControlMessage message) {
    if (type.isInstance(message)) {
      return type.cast(message);
    }
    throw outOfTurn();
  }

  /**
   * Waits a moment for a message; fails where there is no lane, and none will come.
   *
   * @param patience how long it may go on like this
   */
  final Optional<ControlMessage> await(LaneGroup lanes, Patience patience)
      throws InterruptedException {
    Optional<ControlMessage> message = track.mailbox().take(Patience.MOMENT);
    if (message.isEmpty()) {
      Optional<LocalStreamException> hopeless = lanes.hopeless();
      if (hopeless.isPresent()) {
        throw track.mailbox().reasonFor(hopeless.get(), ports.timeouts().farewell());
      }
      patience.check();
    }
    return message;
  }

  /** A lane that there can be. */
  final int requireLane(int lane) {
    if (lane >= LaneSource.MAX_LANES) {
      throw outOfTurn();
    }
    return lane;
  }

  final LocalStreamException outOfTurn() {
    return new LocalStreamException(
        FailureCode.PROTOCOL_VIOLATION,
        line.peer().name().display() + " sent a message out of turn");
  }
}
