package io.localstream.application.usecase;

import io.localstream.domain.transfer.Transfer;

/** A transfer that was started, whether it is still running or not. Safe for several threads. */
public interface OngoingTransfer {
  /** How it stands now. */
  Transfer current();

  /** Waits for its end and tells the final state; never fails by itself. */
  Transfer await() throws InterruptedException;

  /**
   * Lets it go on by itself where it breaks together with its session and the two devices meet
   * again, for as long as this process lives; {@link
   * io.localstream.domain.event.LocalStreamEvent.TransferResumed} tells of that. To be said right
   * after it was started, and only by who does not try again otherwise.
   */
  void goOnByItself();

  /** Ends it with {@code CANCELLED}, and tells the peer. Idempotent; nothing once it has ended. */
  void cancel();
}
