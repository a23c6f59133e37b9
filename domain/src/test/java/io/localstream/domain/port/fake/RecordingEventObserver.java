package io.localstream.domain.port.fake;

import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.port.EventObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** Remembers every event and lets a test wait for one. Safe for several threads. */
public final class RecordingEventObserver implements EventObserver {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition added = lock.newCondition();
  private final List<LocalStreamEvent> events = new ArrayList<>();

  @Override
  public void on(LocalStreamEvent event) {
    lock.lock();
    try {
      events.add(event);
      added.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Everything that happened so far, oldest first. */
  public List<LocalStreamEvent> events() {
    lock.lock();
    try {
      return List.copyOf(events);
    } finally {
      lock.unlock();
    }
  }

  /** Events of one type so far, oldest first. */
  public <E extends LocalStreamEvent> List<E> events(Class<E> type) {
    return events().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** As {@link #await(Class, Predicate, Duration)}, any of that type, within 20 seconds. */
  public <E extends LocalStreamEvent> E await(Class<E> type) throws InterruptedException {
    return await(type, _ -> true);
  }

  /** As {@link #await(Class, Predicate, Duration)}, within 20 seconds. */
  public <E extends LocalStreamEvent> E await(Class<E> type, Predicate<? super E> wanted)
      throws InterruptedException {
    return await(type, wanted, DEADLINE);
  }

  /**
   * Waits for an event; one that happened before counts.
   *
   * @return the first that is wanted
   * @throws AssertionError when there was none by the deadline; lists what there was
   */
  public <E extends LocalStreamEvent> E await(
      Class<E> type, Predicate<? super E> wanted, Duration deadline) throws InterruptedException {
    long nanos = deadline.toNanos();
    lock.lock();
    try {
      while (true) {
        Optional<E> found =
            events.stream().filter(type::isInstance).map(type::cast).filter(wanted).findFirst();
        if (found.isPresent()) {
          return found.get();
        }
        if (nanos <= 0) {
          throw new AssertionError("no such " + type.getSimpleName() + " among " + events);
        }
        nanos = added.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }
}
