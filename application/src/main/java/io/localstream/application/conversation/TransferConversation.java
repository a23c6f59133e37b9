package io.localstream.application.conversation;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.port.Link;
import io.localstream.domain.transfer.TransferId;

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
      line.send(ControlMessage.Status.of(Replies.flag(failure.code()), id()));
    }
    track.fail(failure);
  }

  final TransferId id() {
    return track.current().id();
  }

  /** Waits for a message of this type; any other is out of turn. */
  final <M extends ControlMessage> M expect(Class<M> type) throws InterruptedException {
    ControlMessage message = track.mailbox().take();
    if (type.isInstance(message)) {
      return type.cast(message);
    }
    throw new LocalStreamException(
        FailureCode.PROTOCOL_VIOLATION,
        line.peer().name().display() + " sent a message out of turn");
  }

  /** Does what moves content over the lane; a failure of the lane is given its true reason. */
  final void overLane(Link lane, Runnable work) throws InterruptedException {
    track.mailbox().onFailure(lane::close);
    try {
      work.run();
    } catch (LocalStreamException e) {
      throw switch (e.code()) {
        case LINK_BROKEN, CLOSED, TIMED_OUT ->
            track.mailbox().reasonFor(e, ports.timeouts().farewell());
        default -> e;
      };
    }
  }
}
