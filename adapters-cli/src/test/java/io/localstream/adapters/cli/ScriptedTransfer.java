package io.localstream.adapters.cli;

import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.TransferState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A transfer that arrives in ten steps, or fails when it is told to. */
final class ScriptedTransfer implements OngoingTransfer {
  private static final int STEPS = 10;

  private final EventObserver observer;
  private final Duration pace;
  private final CountDownLatch ended = new CountDownLatch(1);
  private Transfer transfer;

  ScriptedTransfer(Transfer offered, EventObserver observer, Duration pace) {
    this.transfer = offered;
    this.observer = observer;
    this.pace = pace;
  }

  synchronized boolean isOffered(Optional<TransferId> which) {
    return transfer.direction() == Transfer.Direction.RECEIVING
        && transfer.state() instanceof TransferState.Offered
        && which.map(transfer.id()::equals).orElse(true);
  }

  void start(List<FileReference> saved) {
    if (pace.isZero()) {
      run(saved);
    } else {
      Thread.ofVirtual().start(() -> run(saved));
    }
  }

  synchronized void fail(FailureCode code, String message) {
    if (!transfer.state().isFinal()) {
      change(transfer.fail(code, message));
    }
  }

  @Override
  public synchronized Transfer current() {
    return transfer;
  }

  @Override
  public Transfer await() throws InterruptedException {
    ended.await();
    return current();
  }

  @Override
  public void goOnByItself() {}

  @Override
  public void cancel() {
    fail(FailureCode.CANCELLED, "cancelled here");
  }

  private void run(List<FileReference> saved) {
    try {
      step(Transfer::accept);
      for (long i = 1; i <= STEPS; i++) {
        long bytes = transfer.totalBytes() * i / STEPS;
        if (ended.await(pace.toNanos(), TimeUnit.NANOSECONDS)) {
          return;
        }
        step(now -> now.progress(bytes));
      }
      step(now -> now.complete(saved, List.of()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void step(UnaryOperator<Transfer> step) {
    if (!transfer.state().isFinal()) {
      change(step.apply(transfer));
    }
  }

  private synchronized void change(Transfer next) {
    transfer = next;
    observer.on(new LocalStreamEvent.TransferChanged(next));
    if (next.state().isFinal()) {
      ended.countDown();
    }
  }
}
