package io.localstream.application.conversation;

import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Side;
import io.localstream.domain.pairing.PairingContext;
import io.localstream.domain.pairing.PairingParty;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.PairingExchange;
import io.localstream.domain.port.Ticker;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The one pairing code that this device has open, and the proof that a peer knows one. */
public final class PairingDesk {
  private final PairingExchange exchange;
  private final EventObserver observer;
  private final Ticker ticker;
  private @Nullable HeldCode open;

  public PairingDesk(PairingExchange exchange, EventObserver observer, Ticker ticker) {
    this.exchange = exchange;
    this.observer = observer;
    this.ticker = ticker;
  }

  /** Makes a code; the one before is burnt. */
  public HeldCode open() {
    return open(false);
  }

  /** As {@link #open()}, for one device alone: no other one is let in from now on. */
  public HeldCode openForOneDevice() {
    return open(true);
  }

  private synchronized HeldCode open(boolean forOneDevice) {
    if (open != null) {
      open.burn("another code took the place of this one");
    }
    HeldCode made = new HeldCode(exchange.newCode(), ticker, forOneDevice);
    open = made;
    return made;
  }

  /** The code that may be tried now. */
  public synchronized Optional<HeldCode> current() {
    return Optional.ofNullable(open).filter(HeldCode::isOpen);
  }

  /** What a known device has to be asked about that comes without a code; empty for nothing. */
  synchronized Optional<Guest> guest(PresentedDevice peer) {
    return Optional.ofNullable(open)
        .filter(HeldCode::isForOneDevice)
        .filter(held -> !held.wasUsedBy(peer.id()))
        .map(held -> new Guest(held, peer));
  }

  /**
   * The open code of that number.
   *
   * @throws LocalStreamException {@code CODE_NOT_OPEN}
   */
  HeldCode numbered(int number) {
    return current()
        .filter(held -> held.code().number() == number)
        .orElseThrow(() ->
            new LocalStreamException(
                FailureCode.CODE_NOT_OPEN,
                "somebody wanted to pair by code " + number + ", which is not open here"));
  }

  /**
   * Proves to the peer that this side knows the code, and has it prove the same. Where it can't,
   * the peer has been told.
   */
  void prove(
      HeldCode held, LocalIdentity own, PresentedDevice peer, Side side, IntroductionLine line) {
    PairingContext context =
        new PairingContext(
            PairingParty.of(own), PairingParty.of(peer), side, line.channel().binding());
    int number = held.code().number();
    PairingTalk talk = new PairingTalk(line, held, side, peer.name().display());
    try {
      talk.hold(exchange, context);
    } catch (LocalStreamException e) {
      // Counted before the peer hears of it, whose next guess would come in between.
      int left = held.misses();
      if (e.code() == FailureCode.CODE_WRONG) {
        // Only the side that shows the code knows how often it was tried.
        OptionalInt tries = side == Side.LISTENING ? OptionalInt.of(left) : OptionalInt.empty();
        observer.on(new LocalStreamEvent.CodeTried(line.remote(), number, tries));
      }
      talk.takeLeave();
      throw e;
    }
  }
}
