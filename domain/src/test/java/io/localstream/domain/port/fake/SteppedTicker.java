package io.localstream.domain.port.fake;

import io.localstream.domain.port.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Elapsed time that a test moves on. Safe for several threads. */
public final class SteppedTicker implements Ticker {
  private final Ticker origin;
  private final AtomicLong steps = new AtomicLong();

  /** Stands still between two steps, at a reading from which half an hour overflows. */
  public SteppedTicker() {
    this(() -> Long.MAX_VALUE - Duration.ofMinutes(30).toNanos());
  }

  /** Moves on with another ticker, and by its own steps. */
  public SteppedTicker(Ticker origin) {
    this.origin = origin;
  }

  @Override
  public long nanos() {
    return origin.nanos() + steps.get();
  }

  /**
   * Moves on.
   *
   * @throws IllegalArgumentException time does not go back
   */
  public void advance(Duration step) {
    if (step.isNegative()) {
      throw new IllegalArgumentException("elapsed time never goes back");
    }
    steps.addAndGet(step.toNanos());
  }
}
