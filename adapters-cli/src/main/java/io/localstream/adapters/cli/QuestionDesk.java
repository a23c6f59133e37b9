package io.localstream.adapters.cli;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Puts questions in a row until the person at the terminal answers the first one. Whoever asks
 * waits; the terminal's thread and the commands {@code yes} and {@code no} answer. Safe for several
 * threads.
 */
final class QuestionDesk implements Asking {
  private final Screen screen;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Deque<PendingQuestion<?>> row = new ArrayDeque<>();
  private long asked;

  QuestionDesk(Screen screen) {
    this.screen = screen;
  }

  /** Is run, on any thread, whenever another question is the first one, or none. */
  void whenChanged(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public boolean isHere() {
    return true;
  }

  @Override
  public <T> T ask(Inquiry<T> inquiry, Duration timeout) throws InterruptedException {
    PendingQuestion<T> pending = enqueue(inquiry);
    try {
      return pending.answer().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      withdraw(pending, "nobody answered in time");
      return pending.inquiry().unanswered();
    } catch (InterruptedException e) {
      withdraw(pending, "it is no longer asked");
      throw e;
    } catch (ExecutionException e) {
      throw new IllegalStateException("an answer is never a failure", e);
    } finally {
      dequeue(pending);
    }
  }

  /** The question that is to be answered next. */
  synchronized Optional<PendingQuestion<?>> current() {
    for (PendingQuestion<?> pending : row) {
      if (pending.isOpen()) {
        return Optional.of(pending);
      }
    }
    return Optional.empty();
  }

  /** How many questions were asked so far. */
  synchronized long asked() {
    return asked;
  }

  /**
   * Waits until there is a question that was asked lately, or until it is of no use to wait.
   *
   * @param earlier questions that do not count: so many were asked before
   * @return the one that is to be answered next, lately asked or not
   */
  synchronized Optional<PendingQuestion<?>> awaitQuestion(long earlier, BooleanSupplier over)
      throws InterruptedException {
    while (!over.getAsBoolean()) {
      if (row.stream().anyMatch(one -> one.isOpen() && one.number() > earlier)) {
        return current();
      }
      wait();
    }
    return Optional.empty();
  }

  /** Has whoever waits look again. */
  synchronized void wake() {
    notifyAll();
  }

  private <T> PendingQuestion<T> enqueue(Inquiry<T> inquiry) {
    PendingQuestion<T> pending;
    boolean first;
    synchronized (this) {
      first = row.isEmpty();
      asked++;
      pending = new PendingQuestion<>(inquiry, asked);
      row.add(pending);
      notifyAll();
    }
    if (first) {
      listeners.forEach(Runnable::run);
    }
    return pending;
  }

  private void dequeue(PendingQuestion<?> pending) {
    synchronized (this) {
      row.remove(pending);
      notifyAll();
    }
    listeners.forEach(Runnable::run);
  }

  private void withdraw(PendingQuestion<?> pending, String why) {
    pending.withdraw();
    screen.important("withdrawn: " + pending.inquiry().subject() + " (" + why + ")");
  }
}
