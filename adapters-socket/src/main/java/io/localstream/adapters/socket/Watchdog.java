package io.localstream.adapters.socket;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Interferes with what takes too long, since a write to a socket knows no timeout of its own. One
 * daemon thread, which ends when it has had nothing to watch for a while. Thread-safe.
 */
final class Watchdog {
  private static final long IDLE_SECONDS = 10;

  private final ScheduledThreadPoolExecutor scheduler =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("localstream write deadlines").factory());

  Watchdog() {
    scheduler.setRemoveOnCancelPolicy(true);
    scheduler.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    scheduler.allowCoreThreadTimeOut(true);
  }

  /** Runs {@code onTimeout} once the time is over, unless the watch is ended before. */
  Watch watch(Duration timeout, Runnable onTimeout) {
    return new Watch(timeout, onTimeout);
  }

  /** Something that is being watched. */
  final class Watch {
    private enum State {
      RUNNING,
      ENDED,
      EXPIRED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private final ScheduledFuture<?> alarm;

    private Watch(Duration timeout, Runnable onTimeout) {
      alarm =
          scheduler.schedule(
              () -> expire(onTimeout), Deadline.socketMillis(timeout), TimeUnit.MILLISECONDS);
    }

    private void expire(Runnable onTimeout) {
      if (state.compareAndSet(State.RUNNING, State.EXPIRED)) {
        onTimeout.run();
      }
    }

    /** Ends the watch; whether that was in time, in which case {@code onTimeout} never runs. */
    boolean end() {
      boolean inTime = state.compareAndSet(State.RUNNING, State.ENDED);
      alarm.cancel(false);
      return inTime;
    }
  }
}
