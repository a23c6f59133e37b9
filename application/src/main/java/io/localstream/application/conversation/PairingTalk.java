package io.localstream.application.conversation;

import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.Measure;
import io.localstream.domain.message.Measured;
import io.localstream.domain.message.Pairing;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.network.Side;
import io.localstream.domain.pairing.PairingContext;
import io.localstream.domain.port.PairingExchange;
import io.localstream.domain.port.PairingRun;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a pairing exchange. Whoever dialled confirms first: one who dials without knowing
 * the code gets nothing to compare a guess with, and one who listens without knowing it gets one
 * guess, for which the side that typed the code has spent a try. For one channel and one thread.
 */
final class PairingTalk {
  private final IntroductionLine line;
  private final HeldCode held;
  private final Side side;
  private final String name;
  private @Nullable LocalStreamException untold;

  /** For all of it, so that no peer can draw it out. */
  private final Patience patience;

  private int messagesLeft = IntroductionLine.MOST_MESSAGES;

  /**
   * @param name the peer's, as it may be shown
   */
  PairingTalk(IntroductionLine line, HeldCode held, Side side, String name) {
    this.line = line;
    this.held = held;
    this.side = side;
    this.name = name;
    this.patience =
        new Patience(
            line.ticker(),
            line.timeouts().handshake(),
            name + " did not prove in time that it knows the code; try again");
  }

  /** Returns when both sides have proved that they know the code. */
  void hold(PairingExchange exchange, PairingContext context) {
    try (PairingRun run = noting(() -> held.begin(exchange, context))) {
      send(1, run.first());
      byte[] first = receive(1);
      send(2, noting(() -> run.second(first)));
      byte[] second = receive(2);
      byte[] confirmation = noting(() -> run.confirmation(second));
      switch (side) {
        case DIALLED -> confirmFirst(run, confirmation);
        case LISTENING -> confirmSecond(run, confirmation);
      }
    }
  }

  private void confirmFirst(PairingRun run, byte[] confirmation) {
    spend();
    send(3, confirmation);
    verify(run, receive(3));
  }

  private void confirmSecond(PairingRun run, byte[] confirmation) {
    byte[] peers = receive(3);
    spend();
    verify(run, peers);
    send(3, confirmation);
  }

  private void spend() {
    noting(() -> {
      held.spend();
      return held;
    });
  }

  private void verify(PairingRun run, byte[] peersConfirmation) {
    noting(() -> {
      run.verify(peersConfirmation);
      held.fits();
      return held;
    });
  }

  /** Notes where this side is the one that fails, and the peer does not know. */
  private <T> T noting(Supplier<T> step) {
    try {
      return step.get();
    } catch (LocalStreamException e) {
      untold = e;
      throw e;
    }
  }

  /** Tells the peer why it failed, where that is to be told and was not. */
  void takeLeave() {
    if (untold != null) {
      line.refuse(untold);
    }
  }

  private void send(int round, byte[] payload) {
    line.send(new Pairing(round, payload));
  }

  private ControlMessage next() {
    while (true) {
      noting(() -> {
        if (--messagesLeft < 0) {
          throw patience.exhausted();
        }
        patience.check();
        return patience;
      });
      Optional<ControlMessage> message = line.poll(Patience.MOMENT);
      if (message.isPresent()) {
        return message.get();
      }
    }
  }

  private byte[] receive(int round) {
    while (true) {
      switch (next()) {
        case Pairing pairing when pairing.round() == round -> {
          return pairing.payload();
        }
        case ControlMessage.Status status when status.flag() == StatusFlag.MESSAGE_UNKNOWN -> {}
        case ControlMessage.Status status -> throw Replies.failure(status.flag(), name);
        case ControlMessage.Heartbeat _ -> {}
        case ControlMessage.Unrecognised _ -> line.passOver();
        case Pairing _,
            ControlMessage.Hello _,
            ControlMessage.OfTransfer _,
            Measure _,
            Measured _ ->
            throw line.refuseOutOfTurn();
      }
    }
  }
}
