package io.localstream.application.conversation;

import io.localstream.domain.failure.LocalStreamException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Brings what arrives to disk from time to time, beside those who write, so that a transfer that
 * breaks can be gone on with. Short transfers never get there.
 */
final class Checkpoints {
  /** From the end of one to the beginning of the next: at most so much is sent again. */
  static final Duration PAUSE = Duration.ofSeconds(2);

  /** With less than that nobody would go on. */
  private static final long WORTHWHILE_BYTES = 4 << 20;

  private final ReceiverConversation.Incoming incoming;
  private final Inflow flow;
  private final Mailbox mailbox;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private final long hadBytes;
  private volatile boolean noted;

  /** Begins. */
  Checkpoints(ReceiverConversation.Incoming incoming, Inflow flow, Mailbox mailbox) {
    this.incoming = incoming;
    this.flow = flow;
    this.mailbox = mailbox;
    this.hadBytes = flow.bytes();
    this.thread = Threads.start("journal", this::run);
  }

  private void run() {
    try {
      while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        checkpoint();
      }
    } catch (LocalStreamException e) {
      mailbox.fail(e, false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void checkpoint() {
    incoming.files().checkpoint();
    if (!noted) {
      noted = true;
      incoming.whenKept().run();
    }
  }

  /** Whatever it was that ended the transfer, what has come by now is not lost. */
  void last(@Nullable Throwable reason) {
    if (reason != null && (noted || flow.bytes() - hadBytes >= WORTHWHILE_BYTES)) {
      try {
        checkpoint();
      } catch (LocalStreamException e) {
        reason.addSuppressed(e);
      }
    }
  }

  /** Ends; nothing is going on any more when it returns. */
  void finish() throws InterruptedException {
    closed.countDown();
    thread.join();
  }
}
