package io.localstream.application.service;

import io.localstream.application.conversation.Threads;
import io.localstream.domain.port.RunningTransfers;
import io.localstream.domain.transfer.RunningTransfer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Tells the other programs of this home what runs here, again and again as long as something does.
 * Short transfers never get there. Thread-safe.
 */
final class RunningNews {
  static final Duration PAUSE = Duration.ofSeconds(1);

  private final RunningTransfers others;
  private final Supplier<List<RunningTransfer>> running;
  private final BooleanSupplier over;
  private final Duration pause;
  private final CountDownLatch never = new CountDownLatch(1);
  private boolean telling;

  /**
   * @param running what runs now
   * @param over whether nothing can run before {@link #begin} is called again
   * @param pause between one telling and the next
   */
  RunningNews(
      RunningTransfers others,
      Supplier<List<RunningTransfer>> running,
      BooleanSupplier over,
      Duration pause) {
    this.pause = pause;
    this.others = others;
    this.running = running;
    this.over = over;
  }

  /** Something may run from now on. */
  synchronized void begin() {
    if (!telling) {
      telling = true;
      Threads.start("running transfers", this::tell);
    }
  }

  private void tell() {
    List<RunningTransfer> before = List.of();
    try {
      while (!isOver(before)) {
        // Nobody ends it: it only waits for the time to pass.
        boolean _ = never.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        List<RunningTransfer> now = running.get();
        if (!now.equals(before)) {
          others.tell(now);
        }
        before = now;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * @param told what was told last: in the end, that nothing runs
   */
  private synchronized boolean isOver(List<RunningTransfer> told) {
    telling = !(over.getAsBoolean() && told.isEmpty());
    return !telling;
  }
}
