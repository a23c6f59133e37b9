package io.localstream.application.conversation;

import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.Question;
import io.localstream.domain.port.TrustStore;
import io.localstream.domain.trust.PinnedDevice;
import io.localstream.domain.trust.TrustDecision;
import io.localstream.domain.trust.TrustPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;

/** Decides whom to trust, by what is pinned or by asking a person. Thread-safe. */
public final class TrustDesk {
  /** So many strangers may make a person be asked at the same time; the next is refused. */
  private static final int MAX_QUESTIONS = 4;

  private final TrustStore store;
  private final ApprovalPrompt prompt;
  private final InstantSource clock;
  private final Duration patience;
  private final Semaphore questions = new Semaphore(MAX_QUESTIONS);

  public TrustDesk(
      TrustStore store, ApprovalPrompt prompt, InstantSource clock, Duration patience) {
    this.store = store;
    this.prompt = prompt;
    this.clock = clock;
    this.patience = patience;
  }

  /**
   * Decides on a device by what is pinned.
   *
   * @return {@code Trusted} or {@code FirstContact}
   * @throws LocalStreamException {@code KEY_CHANGED} or {@code REVOKED}
   */
  TrustDecision decide(PresentedDevice peer) {
    TrustDecision decision = TrustPolicy.decide(store.all(), peer);
    return switch (decision) {
      case TrustDecision.Trusted _, TrustDecision.FirstContact _ -> decision;
      case TrustDecision.KeyChanged changed -> throw keyChanged(changed);
      case TrustDecision.Revoked _ ->
          throw new LocalStreamException(
              FailureCode.REVOKED, peer.name().display() + " is a device whose trust was revoked");
    };
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

  private static LocalStreamException keyChanged(TrustDecision.KeyChanged changed) {
    PresentedDevice expected = changed.pinned().device();
    Fingerprint came = changed.presented().fingerprint();
    String what =
        expected.fingerprint().equals(came)
            ? "identifier or the key for receiving files of " + expected.name().display()
            : "key of " + expected.name().display();
    return new LocalStreamException(
        FailureCode.KEY_CHANGED,
        "the "
            + what
            + " has changed, so it may be somebody else; expected "
            + expected.fingerprint().display()
            + ", got "
            + came.display()
            + "; nothing was sent or received");
  }

  /** Pins the keys of a device that was trusted, or brings its name up to date. */
  void pin(PresentedDevice peer) {
    for (PinnedDevice pinned : store.all()) {
      if (pinned.device().id().equals(peer.id())) {
        if (!pinned.device().equals(peer)) {
          store.pin(new PinnedDevice(peer, pinned.pinnedAt(), pinned.revoked()));
        }
        return;
      }
    }
    store.pin(new PinnedDevice(peer, clock.instant(), false));
  }
}
