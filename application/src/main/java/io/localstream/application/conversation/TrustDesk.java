package io.localstream.application.conversation;

import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.device.Succession;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.Question;
import io.localstream.domain.trust.PinnedDevice;
import io.localstream.domain.trust.TrustDecision;
import io.localstream.domain.trust.TrustPolicy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Decides whom to trust, by what is pinned or by asking a person. Thread-safe. */
public final class TrustDesk {
  /** So many strangers may make a person be asked at the same time; the next is refused. */
  private static final int MAX_QUESTIONS = 4;

  private final PinBoard pins;
  private final SuccessionCheck successions;
  private final ApprovalPrompt prompt;
  private final EventObserver observer;
  private final Duration patience;
  private final Semaphore questions = new Semaphore(MAX_QUESTIONS);

  public TrustDesk(
      PinBoard pins,
      SuccessionCheck successions,
      ApprovalPrompt prompt,
      EventObserver observer,
      Duration patience) {
    this.pins = pins;
    this.successions = successions;
    this.prompt = prompt;
    this.observer = observer;
    this.patience = patience;
  }

  /**
   * Decides on a device by what is pinned, and by what it tells about its former keys.
   *
   * @return {@code Trusted}, {@code Replaced} or {@code FirstContact}
   * @throws LocalStreamException {@code KEY_CHANGED} or {@code REVOKED}
   */
  TrustDecision decide(PresentedDevice peer, List<Succession> statements) {
    TrustDecision decision = TrustPolicy.decide(pins.all(), peer);
    return switch (decision) {
      case TrustDecision.Trusted _, TrustDecision.FirstContact _ -> decision;
      case TrustDecision.Replaced(PresentedDevice _, PinnedDevice pinned) -> {
        tellReplaced(peer, pinned, false);
        yield decision;
      }
      case TrustDecision.KeyChanged changed -> {
        if (!successions.leads(changed.pinned(), peer, statements)) {
          throw keyChanged(changed);
        }
        tellReplaced(peer, changed.pinned(), true);
        yield new TrustDecision.Replaced(peer, changed.pinned());
      }
      case TrustDecision.Revoked _ -> throw revoked(peer);
    };
  }

  private void tellReplaced(PresentedDevice peer, PinnedDevice pinned, boolean signed) {
    observer.on(
        new LocalStreamEvent.KeysReplaced(
            peer.named(pinned.name()), pinned.device().fingerprint(), signed));
  }

  /**
   * Asks a person about a device, in the background.
   *
   * @throws LocalStreamException {@code NOT_TRUSTED} when too many questions wait already
   */
  PendingAnswer ask(TrustDecision.FirstContact contact, LocalIdentity own, Endpoint remote) {
    if (!questions.tryAcquire()) {
      throw new LocalStreamException(
          FailureCode.NOT_TRUSTED, "too many unknown devices are waiting to be trusted");
    }
    Question question = new Question.TrustDevice(own, contact, remote.toString());
    return PendingAnswer.ask(prompt, question, patience, questions::release);
  }

  /**
   * Asks a person whether a known device is let in, in the background.
   *
   * @throws LocalStreamException {@code NOBODY_ASKED} when too many questions wait already
   */
  PendingAnswer askToLetIn(PresentedDevice peer, Endpoint remote) {
    if (!questions.tryAcquire()) {
      throw new LocalStreamException(
          FailureCode.NOBODY_ASKED, "too many devices are waiting for an answer");
    }
    Question question = new Question.LetIn(peer.name(), remote.toString());
    return PendingAnswer.ask(prompt, question, patience, questions::release);
  }

  /**
   * Pins the keys of a device that was trusted, unless a person has changed that meanwhile.
   *
   * @param decision what was decided before the two agreed
   * @param answered whether a person or a code has vouched for a device that nobody knew
   * @return the device by its name here
   * @throws LocalStreamException {@code REVOKED}, {@code KEY_CHANGED} or {@code NOT_TRUSTED}
   */
  PresentedDevice pin(TrustDecision decision, boolean answered) {
    return pins.pin(decision.presented(), now -> requireStillTrusted(decision, now, answered));
  }

  /** As {@link #pin}, but a device that is not pinned yet is trusted for a while only. */
  PresentedDevice keep(TrustDecision decision, boolean answered) {
    return pins.keep(decision.presented(), now -> requireStillTrusted(decision, now, answered));
  }

  private static void requireStillTrusted(
      TrustDecision before, TrustDecision now, boolean answered) {
    switch (now) {
      case TrustDecision.Trusted _, TrustDecision.Replaced _ -> {}
      case TrustDecision.FirstContact(PresentedDevice peer, boolean _) -> {
        if (!answered) {
          throw new LocalStreamException(
              FailureCode.NOT_TRUSTED,
              peer.name().display() + " was forgotten while it was connecting");
        }
      }
      case TrustDecision.KeyChanged changed -> {
        boolean sameAsBefore =
            before instanceof TrustDecision.Replaced(PresentedDevice _, PinnedDevice pinned)
                && pinned.equals(changed.pinned());
        if (!sameAsBefore) {
          throw keyChanged(changed);
        }
      }
      case TrustDecision.Revoked _ -> throw revoked(now.presented());
    }
  }

  /** Whether a device is trusted for a while only. */
  boolean isPassing(PresentedDevice peer) {
    return pins.isPassing(peer.id());
  }

  /** Whether nobody has forgotten or revoked a device since it was pinned. */
  boolean isTrusted(PresentedDevice peer) {
    return TrustPolicy.decide(pins.all(), peer) instanceof TrustDecision.Trusted;
  }

  private static LocalStreamException revoked(PresentedDevice peer) {
    return new LocalStreamException(
        FailureCode.REVOKED, peer.name().display() + " is a device whose trust was revoked");
  }

  private static LocalStreamException keyChanged(TrustDecision.KeyChanged changed) {
    String name = changed.pinned().name().display();
    Fingerprint expected = changed.pinned().device().fingerprint();
    Fingerprint came = changed.presented().fingerprint();
    String what = expected.equals(came) ? "identifier or the key for receiving files" : "key";
    return new LocalStreamException(
        FailureCode.KEY_CHANGED,
        "the "
            + what
            + " of "
            + name
            + " has changed, so it may be somebody else; expected "
            + expected.display()
            + ", got "
            + came.display()
            + "; nothing was sent or received; if its owner confirms the new one: trust replace "
            + changed.pinned().device().id()
            + " "
            + came.hex());
  }
}
