package io.localstream.application.conversation;

import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.session.SessionId;

/**
 * A known device that comes without the code, where a code is open for one device: a person decides
 * whether it is that one. For one introduction.
 */
final class Guest {
  private final HeldCode held;
  private final PresentedDevice peer;
  private volatile boolean claimed;

  Guest(HeldCode held, PresentedDevice peer) {
    this.held = held;
    this.peer = peer;
  }

  HeldCode held() {
    return held;
  }

  /**
   * Asks the person; the question is withdrawn once the code has no more use.
   *
   * @throws LocalStreamException it is refused without a question
   */
  PendingAnswer ask(TrustDesk trust, Endpoint remote) {
    if (!held.isOpen()) {
      throw taken();
    }
    if (held.wasTurnedAway(peer.id())) {
      throw refusal(Answer.NO);
    }
    PendingAnswer answer = trust.askToLetIn(peer, remote);
    held.whenOver(answer::close);
    return answer;
  }

  /** Takes the one place that the code stands for, too. */
  Admission admission(Admission inner) {
    return new Admission() {
      @Override
      public void admit() {
        inner.admit();
        try {
          held.fits();
          claimed = true;
        } catch (LocalStreamException _) {
          throw taken();
        }
      }

      @Override
      public void requireRoom() {
        inner.requireRoom();
      }

      @Override
      public boolean become(SessionId former) {
        return inner.become(former);
      }

      @Override
      public void release() {
        inner.release();
      }
    };
  }

  /** What was begun with it has failed; another device may have been let in all the same. */
  void failed() {
    if (claimed) {
      held.failed();
    }
  }

  LocalStreamException refusal(Answer answer) {
    if (!held.isOpen()) {
      return taken();
    }
    if (answer == Answer.NO) {
      held.turnAway(peer.id());
    }
    return new LocalStreamException(
        FailureCode.CODE_WANTED,
        peer.name().display() + " came without the code; there type: localstream receive");
  }

  private LocalStreamException taken() {
    return new LocalStreamException(
        FailureCode.LIMIT_REACHED,
        peer.name().display() + " came, but this device has let in another one already");
  }
}
