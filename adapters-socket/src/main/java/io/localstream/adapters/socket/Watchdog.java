package io.localstream.adapters.socket;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Interferes with what takes too long, since a write to a socket knows no timeout of its own. It
 * looks at what is being done every now and then, so that doing something in time costs next to
 * nothing. One daemon thread, which ends when it has had nothing to watch for a while. Thread-safe.
 */
final class Watchdog {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int IDLE_LOOKS = 200;

  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          0,
          1,
          1,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().name("localstream write deadlines").factory());

  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean awake = new AtomicBoolean();

  /** Watches over what one thread at a time does again and again, until it is forgotten. */
  Watch watch(Runnable onTimeout) {
    Watch watch = new Watch(onTimeout);
    watches.add(watch);
    return watch;
  }

  private void lookUntilIdle() {
    for (int idle = 0; idle < IDLE_LOOKS; ) {
      LockSupport.parkNanos(LOOK_NANOS);
      boolean busy = false;
      for (Watch watch : watches) {
        busy |= watch.look();
      }
      idle = busy ? 0 : idle + 1;
    }
    awake.set(false);
    // Somebody may have begun after the look and before the sleep.
    if (watches.stream().anyMatch(Watch::isRunning)) {
      wake();
    }
  }

  private void wake() {
    if (!awake.get() && awake.compareAndSet(false, true)) {
      thread.execute(this::lookUntilIdle);
    }
  }

  /** Something that is being watched. */
  final class Watch {
    private static final long NOTHING = 0;
    private static final long EXPIRED = 1;

    private final Runnable onTimeout;

    /** When it is to be interfered with, by the clock of {@link System#nanoTime}. */
    private final AtomicLong deadline = new AtomicLong(NOTHING);

    private Watch(Runnable onTimeout) {
      this.onTimeout = onTimeout;
    }

    /** Begins: {@code onTimeout} runs once the time is over, unless it ends before. */
    void begin(Duration timeout) {
      long end = Deadline.in(timeout).nanoTime();
      deadline.set(end == NOTHING || end == EXPIRED ? EXPIRED + 1 : end);
      wake();
    }

    /** Ends; whether that was in time, in which case {@code onTimeout} did not run. */
    boolean end() {
      return deadline.getAndSet(NOTHING) != EXPIRED;
    }

    /** Is not watched any more. */
    void forget() {
      watches.remove(this);
    }

    private boolean isRunning() {
      long end = deadline.get();
      return end != NOTHING && end != EXPIRED;
    }

    /** Interferes where it is time; whether there is something to look at. */
    private boolean look() {
      long end = deadline.get();
      if (end == NOTHING || end == EXPIRED) {
        return false;
      }
      if (end - System.nanoTime() <= 0 && deadline.compareAndSet(end, EXPIRED)) {
        onTimeout.run();
      }
      return true;
    }
  }
}
