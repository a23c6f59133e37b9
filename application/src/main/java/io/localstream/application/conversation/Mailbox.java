package io.localstream.application.conversation;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.time.Deadline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where a transfer gets its messages, and the one place at which it can be made to fail from
 * outside: by its peer, by the end of the session or by a person. Thread-safe.
 */
final class Mailbox {
  private static final int CAPACITY = 1_024;

  private final Queue<ControlMessage> messages = new ArrayDeque<>();
  private final List<Runnable> whenFailed = new ArrayList<>();
  private @Nullable LocalStreamException failure;
  private final CountDownLatch failed = new CountDownLatch(1);
  private boolean peerKnows;
  private final Semaphore news = new Semaphore(0);

  /** Puts in a message; a peer that sends more than the conversation ever needs makes it fail. */
  synchronized void deliver(ControlMessage message) {
    if (messages.size() >= CAPACITY) {
      fail(new LocalStreamException(FailureCode.PROTOCOL_VIOLATION, "too many messages"), false);
      return;
    }
    messages.add(message);
    notifyAll();
    nudge();
  }

  /**
   * Makes the transfer fail; only the first failure counts.
   *
   * @param peerKnows whether the peer needs no telling
   */
  void fail(LocalStreamException cause, boolean peerKnows) {
    List<Runnable> actions;
    synchronized (this) {
      if (failure != null) {
        return;
      }
      failure = cause;
      this.peerKnows = peerKnows;
      actions = List.copyOf(whenFailed);
      whenFailed.clear();
      notifyAll();
      nudge();
      failed.countDown();
    }
    actions.forEach(Runnable::run);
  }

  /** Has something done on failure, at once where it has failed already. */
  void onFailure(Runnable action) {
    synchronized (this) {
      if (failure == null) {
        whenFailed.add(action);
        return;
      }
    }
    action.run();
  }

  /** Throws the failure, if there is one. */
  synchronized void check() {
    if (failure != null) {
      throw failure;
    }
  }

  /** Whether the peer knows of the failure already. */
  synchronized boolean peerKnows() {
    return peerKnows;
  }

  /** Waits for a message. Its life is the session's, so that no other limit is needed. */
  synchronized ControlMessage take() throws InterruptedException {
    while (messages.isEmpty()) {
      check();
      wait();
    }
    check();
    return messages.remove();
  }

  /**
   * Waits for a message, and no longer than until then.
   *
   * @throws LocalStreamException {@code TIMED_OUT}, or the failure
   */
  synchronized ControlMessage takeWithin(Deadline deadline) throws InterruptedException {
    while (messages.isEmpty()) {
      check();
      if (deadline.isOver()) {
        throw new LocalStreamException(
            FailureCode.TIMED_OUT, "the other device waited for too long; try again");
      }
      TimeUnit.NANOSECONDS.timedWait(this, deadline.leftUpTo(Patience.MOMENT).toNanos());
    }
    check();
    return messages.remove();
  }

  /**
   * As {@link #take()}, but waits no longer than a moment.
   *
   * @return empty when nothing came in time, or after a {@link #nudge}
   */
  Optional<ControlMessage> take(Duration longest) throws InterruptedException {
    Optional<ControlMessage> message = poll();
    if (message.isEmpty() && news.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      news.drainPermits();
      message = poll();
    }
    return message;
  }

  /** What came before a failure counts: a receipt may be followed by a goodbye at once. */
  private synchronized Optional<ControlMessage> poll() {
    if (messages.isEmpty()) {
      check();
    }
    return Optional.ofNullable(messages.poll());
  }

  /** Wakes whoever waits for a moment. */
  void nudge() {
    news.release();
  }

  /**
   * The true reason of a lane's failure: what the peer says on the control channel, if it says so
   * within {@code patience}; otherwise {@code seen}.
   */
  LocalStreamException reasonFor(LocalStreamException seen, Duration patience)
      throws InterruptedException {
    if (!failed.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      return seen;
    }
    synchronized (this) {
      return Objects.requireNonNull(failure);
    }
  }
}
