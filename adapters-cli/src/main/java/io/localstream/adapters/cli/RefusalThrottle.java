package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.Quantities;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Keeps a flood of refused strangers from filling the screen: one is told at once, those of the
 * next seconds are counted and summed up in one line. For one thread.
 */
final class RefusalThrottle {
  private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

  private final LongSupplier nanoTime;
  private boolean pausing;
  private long since;
  private long untold;

  RefusalThrottle(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Whether this refusal is told by itself. */
  boolean mayTell() {
    if (pausing) {
      untold++;
      return false;
    }
    pausing = true;
    since = nanoTime.getAsLong();
    return true;
  }

  /** What to tell of the others, once their time has come. */
  Optional<String> untold() {
    if (!pausing || nanoTime.getAsLong() - since < PAUSE_NANOS) {
      return Optional.empty();
    }
    long count = untold;
    untold = 0;
    since = nanoTime.getAsLong();
    pausing = count > 0;
    return count == 0
        ? Optional.empty()
        : Optional.of("refused " + Quantities.count(count, "more attempt") + " to connect");
  }
}
