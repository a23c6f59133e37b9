package io.localstream.application.conversation;

import io.localstream.application.speed.DeviceProbe;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.Question;
import io.localstream.domain.transfer.FileReference;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where the measurements of a device begin: one at a time, and none for another device without a
 * person's yes. Thread-safe.
 */
public final class SpeedDesk {
  private final DeviceProbe probe;
  private final ApprovalPrompt prompt;
  private final EventObserver observer;
  private final Duration patience;
  private final Semaphore one = new Semaphore(1);
  private final AtomicInteger waiting = new AtomicInteger();
  private FileReference folder = new FileReference(".");
  private CompletableFuture<DeviceName> next = new CompletableFuture<>();

  /**
   * @param patience for a person's answer
   */
  public SpeedDesk(
      DeviceProbe probe, ApprovalPrompt prompt, EventObserver observer, Duration patience) {
    this.probe = probe;
    this.prompt = prompt;
    this.observer = observer;
    this.patience = patience;
  }

  /** A measurement that goes on. */
  @FunctionalInterface
  public interface Place extends AutoCloseable {
    /** Lets another one begin. */
    @Override
    void close();
  }

  /**
   * Begins a measurement.
   *
   * @throws LocalStreamException {@code LIMIT_REACHED}: another one goes on
   */
  public Place enter() {
    if (!one.tryAcquire()) {
      throw new LocalStreamException(
          FailureCode.LIMIT_REACHED, "this device is being measured already; wait until that ends");
    }
    return one::release;
  }

  public DeviceProbe probe() {
    return probe;
  }

  /** Where the disk is measured for other devices. */
  synchronized FileReference folder() {
    return folder;
  }

  /** Asks the person whether a device may measure this one. */
  PendingAnswer ask(DeviceName peer) {
    Question question = new Question.MeasureSpeed(peer, folder(), 2 * probe.limits().fileBytes());
    return PendingAnswer.ask(prompt, question, patience, () -> {});
  }

  /** How long a person may take to answer. */
  Duration patience() {
    return patience;
  }

  /** A device has measured this one. */
  void measured(DeviceName peer) {
    tell(peer, "");
    outcome().complete(peer);
  }

  /** A device wanted to measure this one, and that failed. */
  void failed(DeviceName peer, LocalStreamException reason) {
    tell(peer, reason.getMessage());
    outcome().completeExceptionally(reason);
  }

  /** Whoever waits for it hears it in another way. */
  private void tell(DeviceName peer, String message) {
    if (waiting.get() == 0) {
      observer.on(new LocalStreamEvent.SpeedMeasured(peer, message));
    }
  }

  /**
   * Waits until a device has measured this one.
   *
   * @param where the disk is to be measured
   * @throws LocalStreamException {@code NO_PEER}, or why it failed
   */
  public DeviceName await(FileReference where, Duration longest) throws InterruptedException {
    waiting.incrementAndGet();
    try {
      return expect(where).get(TimeUnit.NANOSECONDS.convert(longest), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new LocalStreamException(
          FailureCode.NO_PEER, "nobody came to measure in time; --wait 5m waits longer", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LocalStreamException reason) {
        throw new LocalStreamException(reason.code(), reason.getMessage(), reason);
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      waiting.decrementAndGet();
    }
  }

  private synchronized CompletableFuture<DeviceName> expect(FileReference where) {
    folder = where;
    return next;
  }

  /** The outcome that is waited for; whoever waits from now on waits for another one. */
  private synchronized CompletableFuture<DeviceName> outcome() {
    CompletableFuture<DeviceName> awaited = next;
    next = new CompletableFuture<>();
    return awaited;
  }
}
