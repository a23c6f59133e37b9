package io.localstream.application.conversation;

import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.Measure;
import io.localstream.domain.message.Measured;
import io.localstream.domain.message.Pairing;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.time.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The last part of an introduction: both sides say READY, each perhaps after its person was asked.
 * For one channel and one thread.
 */
final class Agreement {
  /** How often a person's answer is looked for while the peer is listened to. */
  private static final Duration TICK = Duration.ofMillis(50);

  private final IntroductionLine line;
  private final String name;
  private final EventObserver observer;

  private boolean ready;
  private boolean peerHeard;
  private boolean peerReady;
  private boolean peerAsks;
  private Deadline deadline;
  private int messagesLeft = IntroductionLine.MOST_MESSAGES;

  /**
   * @param name the peer's, as it may be shown
   */
  Agreement(IntroductionLine line, String name, EventObserver observer) {
    this.line = line;
    this.name = name;
    this.observer = observer;
    deadline = Deadline.in(line.ticker(), line.timeouts().handshake());
  }

  /** Waits until the peer has not refused at once. */
  void awaitFirstWord() {
    while (!peerHeard) {
      listen();
    }
  }

  /**
   * Returns when both sides have said READY; whoever can't is told.
   *
   * @param refusal what an answer means that is not a yes
   */
  void reach(
      PendingAnswer verdict, Admission admission, Function<Answer, LocalStreamException> refusal) {
    if (verdict.answer().isEmpty()) {
      line.send(ControlMessage.Status.of(StatusFlag.APPROVAL_PENDING));
      wait(line.timeouts().approval());
    }
    while (!ready || !peerReady) {
      if (!ready && verdict.answer().isPresent()) {
        answer(verdict.answer().get(), admission, refusal);
      } else {
        listen();
      }
    }
  }

  private void answer(
      Answer answer, Admission admission, Function<Answer, LocalStreamException> refusal) {
    switch (answer) {
      case YES -> {
        try {
          admission.admit();
        } catch (LocalStreamException e) {
          throw line.refuse(e);
        }
        line.send(ControlMessage.Status.of(StatusFlag.READY));
        ready = true;
        wait(line.timeouts().handshake());
      }
      case NO, NONE -> throw line.refuse(refusal.apply(answer));
    }
  }

  /** Why a device that is not known here is refused. */
  LocalStreamException stranger(Answer answer) {
    return answer == Answer.NO
        ? new LocalStreamException(FailureCode.NOT_TRUSTED, name + " was not trusted")
        : new LocalStreamException(
            FailureCode.NOBODY_ASKED,
            name
                + " is not known here and nobody said whether to trust it"
                + " (--yes accepts a first contact)");
  }

  private void listen() {
    // A peer that talks on and on ends it, too.
    if (deadline.isOver() || messagesLeft == 0) {
      throw line.refuse(FailureCode.TIMED_OUT, "nobody answered in time whether to trust " + name);
    }
    Optional<ControlMessage> message = line.poll(TICK);
    if (message.isPresent()) {
      messagesLeft--;
      hear(message.get());
    }
  }

  private void hear(ControlMessage message) {
    switch (message) {
      case ControlMessage.Status status -> hear(status.flag());
      case ControlMessage.Heartbeat _ -> {}
      case ControlMessage.Unrecognised _ -> line.passOver();
      case ControlMessage.Hello _, Pairing _, ControlMessage.OfTransfer _, Measure _, Measured _ ->
          throw line.refuseOutOfTurn();
    }
  }

  private void hear(StatusFlag flag) {
    if (peerReady) {
      throw Replies.failure(flag, name);
    }
    if (flag == StatusFlag.READY) {
      peerHeard = true;
      peerReady = true;
    } else if (flag == StatusFlag.APPROVAL_PENDING) {
      peerHeard = true;
      awaitApproval();
    } else if (flag != StatusFlag.MESSAGE_UNKNOWN) {
      throw Replies.failure(flag, name);
    }
  }

  /** Once: a peer can't prolong it as it likes. */
  private void awaitApproval() {
    if (!peerAsks) {
      peerAsks = true;
      observer.on(new LocalStreamEvent.AwaitingApproval(line.remote()));
      wait(line.timeouts().approval());
    }
  }

  /** Waits that long from now on, or longer where that was said before. */
  private void wait(Duration longest) {
    if (deadline.left().compareTo(longest) < 0) {
      deadline = Deadline.in(line.ticker(), longest);
    }
  }
}
