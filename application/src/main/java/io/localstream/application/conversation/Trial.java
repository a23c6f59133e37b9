package io.localstream.application.conversation;

import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.Ticker;
import io.localstream.domain.speed.Measurement;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferState;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Takes the time of a transfer: from the moment when it was agreed on until everything is verified
 * and on the disk. Nobody else is told of it. Thread-safe.
 */
final class Trial implements EventObserver {
  private final Ticker ticker;
  private final CountDownLatch over = new CountDownLatch(1);
  private long startNanos;
  private long endNanos;
  private TransferState state = new TransferState.Offered();
  private long bytes;

  Trial(Ticker ticker) {
    this.ticker = ticker;
    this.startNanos = ticker.nanos();
    this.endNanos = startNanos;
  }

  @Override
  public void on(LocalStreamEvent event) {
    if (event instanceof LocalStreamEvent.TransferChanged(Transfer transfer)) {
      changed(transfer.state(), transfer.totalBytes());
    }
  }

  private synchronized void changed(TransferState now, long totalBytes) {
    if (state instanceof TransferState.Offered) {
      startNanos = ticker.nanos();
    }
    state = now;
    bytes = totalBytes;
    if (now.isFinal()) {
      endNanos = ticker.nanos();
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
    return Measurement.of(bytes, Duration.ofNanos(endNanos - startNanos));
  }
}
