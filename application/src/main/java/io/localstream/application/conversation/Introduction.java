package io.localstream.application.conversation;

import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.network.Side;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.MessageCodec;
import io.localstream.domain.port.SecureChannel;
import io.localstream.domain.trust.TrustDecision;
import java.time.Duration;
import java.util.Optional;

/**
 * How two devices get to know each other inside a secure channel: both say Hello, both decide
 * whether they trust the other, perhaps asking a person meanwhile, and the session is open once
 * both have said READY. For one channel and one thread.
 */
final class Introduction {
  /** The version of the conversation that this device speaks; see PROTOCOL.md. */
  static final int PROTOCOL_VERSION = 1;

  /** How often a person's answer is looked for while the peer is listened to. */
  private static final Duration TICK = Duration.ofMillis(50);

  private final SecureChannel channel;
  private final MessageCodec codec;
  private final Timeouts timeouts;
  private final TrustDesk trust;
  private final EventObserver observer;

  private boolean ready;
  private boolean peerHeard;
  private boolean peerReady;
  private long patience;

  Introduction(
      SecureChannel channel,
      MessageCodec codec,
      Timeouts timeouts,
      TrustDesk trust,
      EventObserver observer) {
    this.channel = channel;
    this.codec = codec;
    this.timeouts = timeouts;
    this.trust = trust;
    this.observer = observer;
  }

  /**
   * Holds the introduction. On failure the peer has been told, where it is not the one who told,
   * and the channel is still open.
   *
   * @param admission asked before this side says READY
   */
  PresentedDevice hold(CallingCard own, Admission admission, Side side) {
    send(
        new ControlMessage.Hello(
            PROTOCOL_VERSION, own.name(), own.identity().wrappingKey(), own.mac()));
    PresentedDevice peer = hello();
    TrustDecision decision;
    try {
      if (peer.fingerprint().equals(own.identity().fingerprint())) {
        throw new LocalStreamException(
            FailureCode.OWN_DEVICE,
            "that is this device itself; give the other program a home of its own (--home)");
      }
      admission.requireRoom();
      decision = trust.decide(peer);
    } catch (LocalStreamException e) {
      throw refuse(e);
    }
    String name = peer.name().display();
    wait(timeouts.handshake());
    while (side == Side.DIALLED && !peerHeard) {
      // Who is refused by the other side need not ask a person about it.
      listen(name);
    }
    try (PendingAnswer verdict = verdict(decision, own)) {
      agree(name, verdict, admission);
    }
    trust.pin(peer);
    return peer;
  }

  private PendingAnswer verdict(TrustDecision decision, CallingCard own) {
    return switch (decision) {
      case TrustDecision.FirstContact contact -> {
        try {
          yield trust.ask(contact, own.identity(), channel.remote());
        } catch (LocalStreamException e) {
          throw refuse(e);
        }
      }
      case TrustDecision.Trusted _ -> PendingAnswer.yes();
      case TrustDecision.KeyChanged _, TrustDecision.Revoked _ ->
          throw new IllegalStateException("refused before");
    };
  }

  private PresentedDevice hello() {
    Optional<ControlMessage> first = codec.read(channel, timeouts.handshake());
    return switch (first.orElseThrow(this::hungUp)) {
      case ControlMessage.Hello hello when hello.version() == PROTOCOL_VERSION ->
          new PresentedDevice(channel.peer(), hello.name(), hello.wrappingKey(), hello.mac());
      case ControlMessage.Hello hello ->
          throw refuse(
              new LocalStreamException(
                  FailureCode.VERSION_MISMATCH,
                  "the other device speaks version "
                      + hello.version()
                      + " of the protocol, this one version "
                      + PROTOCOL_VERSION
                      + "; update the older of the two"));
      case ControlMessage.Status status -> throw Replies.failure(status.flag(), "the other device");
      case ControlMessage.Offer _,
          ControlMessage.Accept _,
          ControlMessage.ContentKey _,
          ControlMessage.Heartbeat _,
          ControlMessage.Unrecognised _ ->
          throw refuse(outOfTurn());
    };
  }

  private void agree(String name, PendingAnswer verdict, Admission admission) {
    if (verdict.answer().isEmpty()) {
      send(ControlMessage.Status.of(StatusFlag.APPROVAL_PENDING));
      wait(timeouts.approval());
    }
    while (!ready || !peerReady) {
      if (!ready && verdict.answer().isPresent()) {
        answer(verdict.answer().get(), name, admission);
      } else {
        listen(name);
      }
    }
  }

  private void answer(Answer answer, String name, Admission admission) {
    switch (answer) {
      case YES -> {
        try {
          admission.admit();
        } catch (LocalStreamException e) {
          throw refuse(e);
        }
        send(ControlMessage.Status.of(StatusFlag.READY));
        ready = true;
        wait(timeouts.handshake());
      }
      case NO ->
          throw refuse(
              new LocalStreamException(FailureCode.NOT_TRUSTED, name + " was not trusted"));
      case NONE ->
          throw refuse(
              new LocalStreamException(
                  FailureCode.NOT_TRUSTED,
                  name
                      + " is not known here and nobody said whether to trust it"
                      + " (--yes accepts a first contact)"));
    }
  }

  private void listen(String name) {
    Optional<ControlMessage> message;
    try {
      message = codec.read(channel, TICK);
    } catch (LocalStreamException e) {
      if (e.code() != FailureCode.TIMED_OUT) {
        throw e;
      }
      if (--patience <= 0) {
        throw refuse(
            new LocalStreamException(
                FailureCode.TIMED_OUT, "nobody answered in time whether to trust " + name, e));
      }
      return;
    }
    switch (message.orElseThrow(this::hungUp)) {
      case ControlMessage.Status status -> hear(status.flag(), name);
      case ControlMessage.Heartbeat _ -> {}
      case ControlMessage.Unrecognised _ ->
          send(ControlMessage.Status.of(StatusFlag.MESSAGE_UNKNOWN));
      case ControlMessage.Hello _,
          ControlMessage.Offer _,
          ControlMessage.Accept _,
          ControlMessage.ContentKey _ ->
          throw refuse(outOfTurn());
    }
  }

  private void hear(StatusFlag flag, String name) {
    if (peerReady) {
      throw Replies.failure(flag, name);
    }
    if (flag == StatusFlag.READY) {
      peerHeard = true;
      peerReady = true;
    } else if (flag == StatusFlag.APPROVAL_PENDING) {
      peerHeard = true;
      observer.on(new LocalStreamEvent.AwaitingApproval(channel.remote()));
      wait(timeouts.approval());
    } else if (flag != StatusFlag.MESSAGE_UNKNOWN) {
      throw Replies.failure(flag, name);
    }
  }

  /** Waits that long from now on, or longer where that was said before. */
  private void wait(Duration longest) {
    patience = Math.max(patience, longest.dividedBy(TICK));
  }

  private LocalStreamException refuse(LocalStreamException reason) {
    try {
      send(ControlMessage.Status.of(Replies.flag(reason.code())));
    } catch (LocalStreamException e) {
      reason.addSuppressed(e);
    }
    return reason;
  }

  private void send(ControlMessage message) {
    codec.write(message, channel, timeouts.message());
  }

  private LocalStreamException hungUp() {
    return new LocalStreamException(
        FailureCode.LINK_BROKEN, channel.remote() + " hung up before the two were introduced");
  }

  private static LocalStreamException outOfTurn() {
    return new LocalStreamException(
        FailureCode.PROTOCOL_VIOLATION, "the other device sent a message out of turn");
  }
}
