package io.localstream.application.conversation;

import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.speed.Measurement;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Takes the time of a transfer: from the moment when it was agreed on until everything is verified
 * and on the disk. Nobody else is told of it. Thread-safe.
 */
final class Trial implements EventObserver {
  private final InstantSource clock;
  private final CountDownLatch over = new CountDownLatch(1);
  private Instant start;
  private Instant end;
  private TransferState state = new TransferState.Offered();
  private long bytes;

  Trial(InstantSource clock) {
    this.clock = clock;
    this.start = clock.instant();
    this.end = start;
  }

  @Override
  public void on(LocalStreamEvent event) {
    if (event instanceof LocalStreamEvent.TransferChanged(Transfer transfer)) {
      changed(transfer.state(), transfer.totalBytes());
    }
  }

  private synchronized void changed(TransferState now, long totalBytes) {
    if (state instanceof TransferState.Offered) {
      start = clock.instant();
    }
    state = now;
    bytes = totalBytes;
    if (now.isFinal()) {
      end = clock.instant();
      over.countDown();
    }
  }

  /** Has nobody wait any longer. */
  void abandon() {
    over.countDown();
  }

  /**
   * Waits for the end.
   *
   * @throws LocalStreamException {@code TIMED_OUT} when it takes too long
   */
  void await(Duration patience) throws InterruptedException {
    if (!over.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new LocalStreamException(
          FailureCode.TIMED_OUT, "the measured transfer took too long; try again");
    }
  }

  /**
   * What came of it; it has ended.
   *
   * @throws LocalStreamException why it failed
   */
  synchronized Measurement measured() {
    if (state instanceof TransferState.Failed(FailureCode code, String message)) {
      throw new LocalStreamException(code, message);
    }
    return Measurement.between(bytes, start, end);
  }
}
