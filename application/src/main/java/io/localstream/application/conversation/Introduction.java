package io.localstream.application.conversation;

import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.Measure;
import io.localstream.domain.message.Measured;
import io.localstream.domain.message.Pairing;
import io.localstream.domain.network.Side;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.session.SessionClaim;
import io.localstream.domain.trust.PinnedDevice;
import io.localstream.domain.trust.TrustDecision;
import java.util.Optional;

/**
 * How two devices get to know each other inside a secure channel: both say Hello, both decide
 * whether they trust the other, by what is pinned, by a pairing code or by asking a person, and the
 * session is open once both have said READY. For one channel and one thread.
 */
final class Introduction {
  /** The version of the conversation that this device speaks; see PROTOCOL.md. */
  static final int PROTOCOL_VERSION = 2;

  private final IntroductionLine line;
  private final TrustDesk trust;
  private final PairingDesk pairing;
  private final EventObserver observer;

  Introduction(
      IntroductionLine line, TrustDesk trust, PairingDesk pairing, EventObserver observer) {
    this.line = line;
    this.trust = trust;
    this.pairing = pairing;
    this.observer = observer;
  }

  /**
   * What this side begins with.
   *
   * @param claim that a session is gone on with
   */
  record Opening(CallingCard own, Approach approach, Optional<SessionClaim> claim) {}

  /**
   * Holds the introduction. On failure the peer has been told, where it is not the one who told,
   * and the channel is still open.
   *
   * @param admission asked before this side says READY
   */
  Introduced hold(Opening opening, Admission admission) {
    CallingCard own = opening.own();
    Approach approach = opening.approach();
    line.send(hello(opening));
    ControlMessage.Hello hello = hello();
    PresentedDevice peer =
        new PresentedDevice(line.channel().peer(), hello.name(), hello.wrappingKey(), hello.mac());
    TrustDecision decision;
    Optional<HeldCode> code;
    Optional<Guest> guest;
    try {
      decision = judge(own, approach, peer, hello);
      admission.requireRoom();
      code = code(approach, hello);
      guest = guest(approach, decision, code);
    } catch (LocalStreamException e) {
      throw line.refuse(e);
    }
    Agreement agreement = new Agreement(line, peer.name().display(), observer);
    PresentedDevice known;
    try (PendingAnswer verdict =
        guest.isPresent()
            ? letIn(guest.get())
            : verdict(own, approach, decision, code, agreement)) {
      agreement.reach(
          verdict,
          guest.map(each -> each.admission(admission)).orElse(admission),
          answer ->
              guest.map(each -> each.refusal(answer)).orElseGet(() -> agreement.stranger(answer)));
      known = pin(decision, code);
    } catch (RuntimeException e) {
      code.ifPresent(HeldCode::failed);
      guest.ifPresent(Guest::failed);
      throw e;
    }
    code.ifPresent(_ -> observer.on(new LocalStreamEvent.Paired(known, !trust.isPassing(known))));
    // Only whoever dialled may claim: a claim of its own, sent back to it, would be proved too.
    Optional<SessionClaim> claim =
        approach.side() == Side.LISTENING ? hello.claim() : Optional.empty();
    return new Introduced(known, claim, code.or(() -> guest.map(Guest::held)));
  }

  /** The peer may have taken its time, and a person have thought better of it meanwhile. */
  private PresentedDevice pin(TrustDecision decision, Optional<HeldCode> code) {
    try {
      boolean answered = code.isPresent() || decision instanceof TrustDecision.FirstContact;
      return code.filter(HeldCode::isOnce).isPresent()
          ? trust.keep(decision, answered)
          : trust.pin(decision, answered);
    } catch (LocalStreamException e) {
      throw line.refuse(e);
    }
  }

  private static ControlMessage.Hello hello(Opening opening) {
    CallingCard own = opening.own();
    Optional<Integer> number =
        switch (opening.approach()) {
          case Approach.Dialling dialling -> dialling.code().map(held -> held.code().number());
          case Approach.Listening() -> Optional.empty();
        };
    return new ControlMessage.Hello(
        PROTOCOL_VERSION,
        own.name(),
        own.identity().wrappingKey(),
        own.mac(),
        number,
        opening.claim(),
        own.successions());
  }

  private ControlMessage.Hello hello() {
    return switch (line.read(line.timeouts().handshake())) {
      case ControlMessage.Hello hello when hello.version() == PROTOCOL_VERSION -> hello;
      case ControlMessage.Hello hello ->
          throw line.refuse(
              FailureCode.VERSION_MISMATCH,
              "the other device speaks version "
                  + hello.version()
                  + " of the protocol, this one version "
                  + PROTOCOL_VERSION
                  + "; update LocalStream "
                  + (hello.version() < PROTOCOL_VERSION ? "on the other device" : "here"));
      case ControlMessage.Status status -> throw Replies.failure(status.flag(), "the other device");
      case ControlMessage.OfTransfer _,
          Pairing _,
          Measure _,
          Measured _,
          ControlMessage.Heartbeat _,
          ControlMessage.Unrecognised _ ->
          throw line.refuseOutOfTurn();
    };
  }

  private TrustDecision judge(
      CallingCard own, Approach approach, PresentedDevice peer, ControlMessage.Hello hello) {
    if (peer.fingerprint().equals(own.identity().fingerprint())) {
      throw new LocalStreamException(
          FailureCode.OWN_DEVICE,
          "that is this device itself; give the other program a home of its own (--home)");
    }
    TrustDecision decision = trust.decide(peer, hello.successions());
    if (approach instanceof Approach.Dialling dialling
        && dialling.expected().isPresent()
        && (decision instanceof TrustDecision.FirstContact
            || !dialling.expected().get().equals(peer.id()))) {
      throw new LocalStreamException(
          FailureCode.OTHER_DEVICE,
          "another device than the one that was meant answers at "
              + line.remote()
              + " (it calls itself "
              + peer.name().display()
              + "); nothing was sent or received");
    }
    return decision;
  }

  /** The code that the two are to prove to each other. */
  private Optional<HeldCode> code(Approach approach, ControlMessage.Hello hello) {
    return switch (approach) {
      case Approach.Dialling dialling -> dialling.code();
      case Approach.Listening() -> hello.code().map(pairing::numbered);
    };
  }

  /** A known device that comes without the code, where one is open for one device alone. */
  private Optional<Guest> guest(
      Approach approach, TrustDecision decision, Optional<HeldCode> code) {
    if (approach.side() != Side.LISTENING || code.isPresent()) {
      return Optional.empty();
    }
    return switch (decision) {
      case TrustDecision.Trusted(PresentedDevice peer, PinnedDevice pinned) ->
          pairing.guest(peer.named(pinned.name()));
      case TrustDecision.Replaced(PresentedDevice peer, PinnedDevice pinned) ->
          pairing.guest(peer.named(pinned.name()));
      case TrustDecision.FirstContact _ -> Optional.empty();
      case TrustDecision.KeyChanged _, TrustDecision.Revoked _ ->
          throw new IllegalStateException("refused before");
    };
  }

  private PendingAnswer letIn(Guest guest) {
    try {
      return guest.ask(trust, line.remote());
    } catch (LocalStreamException e) {
      throw line.refuse(e);
    }
  }

  private PendingAnswer verdict(
      CallingCard own,
      Approach approach,
      TrustDecision decision,
      Optional<HeldCode> code,
      Agreement agreement) {
    if (code.isPresent()) {
      pairing.prove(code.get(), own.identity(), decision.presented(), approach.side(), line);
      return PendingAnswer.yes();
    }
    switch (approach) {
      // Who is refused by the other side need not ask a person about it.
      case Approach.Dialling _ -> agreement.awaitFirstWord();
      case Approach.Listening() -> {}
    }
    return switch (decision) {
      case TrustDecision.FirstContact contact -> ask(own, approach, contact);
      case TrustDecision.Trusted _, TrustDecision.Replaced _ -> PendingAnswer.yes();
      case TrustDecision.KeyChanged _, TrustDecision.Revoked _ ->
          throw new IllegalStateException("refused before");
    };
  }

  private PendingAnswer ask(
      CallingCard own, Approach approach, TrustDecision.FirstContact contact) {
    if (approach.side() == Side.LISTENING && pairing.current().isPresent()) {
      // A person who waits for the one who knows the code might take a stranger for that one.
      throw line.refuse(
          FailureCode.CODE_WANTED,
          contact.presented().name().display()
              + " came without the code; there type: localstream receive");
    }
    try {
      return trust.ask(contact, own.identity(), line.remote());
    } catch (LocalStreamException e) {
      throw line.refuse(e);
    }
  }
}
