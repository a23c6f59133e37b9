package io.localstream.application.usecase;

import io.localstream.domain.transfer.Transfer;

/** A transfer that was started, whether it is still running or not. Safe for several threads. */
public interface OngoingTransfer {
  /** How it stands now. */
  Transfer current();

  /** Waits for its end and tells the final state; never fails by itself. */
  Transfer await() throws InterruptedException;

  /** Ends it with {@code CANCELLED}, and tells the peer. Idempotent; nothing once it has ended. */
  void cancel();
}
