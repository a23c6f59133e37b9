package io.localstream.domain.time;

import io.localstream.domain.port.Ticker;
import java.time.Duration;

/**
 * The moment until which something must be done, in elapsed time.
 *
 * @param ticker tells how much time has passed
 * @param nanos the reading of the ticker at which it is over
 */
public record Deadline(Ticker ticker, long nanos) {
  /** About 97 years: differences of two readings that far apart do not overflow. */
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 3);

  /**
   * Begins to count now.
   *
   * @param timeout what is not positive is over at once; more than 97 years count as 97
   */
  public static Deadline in(Ticker ticker, Duration timeout) {
    return new Deadline(ticker, ticker.nanos() + clamp(timeout));
  }

  private static long clamp(Duration timeout) {
    if (timeout.isNegative()) {
      return 0;
    }
    return timeout.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : timeout.toNanos();
  }

  public boolean isOver() {
    return leftNanos() == 0;
  }

  /** The time that is left, zero or more. */
  public Duration left() {
    return Duration.ofNanos(leftNanos());
  }

  /** As {@link #left()}, in nanoseconds. */
  public long leftNanos() {
    return Math.max(0, nanos - ticker.nanos());
  }

  /** The time that is left, but no more than that. */
  public Duration leftUpTo(Duration most) {
    Duration left = left();
    return left.compareTo(most) < 0 ? left : most;
  }
}
