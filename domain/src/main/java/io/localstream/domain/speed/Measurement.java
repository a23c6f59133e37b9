package io.localstream.domain.speed;

import java.time.Duration;

/**
 * So much was done in so much time.
 *
 * @param bytes at least 0
 * @param time positive
 */
public record Measurement(long bytes, Duration time) {
  private static final double NANOS_PER_SECOND = 1e9;

  public Measurement {
    if (bytes < 0) {
      throw new IllegalArgumentException("nothing less than 0 bytes can be measured");
    }
    if (!time.isPositive()) {
      throw new IllegalArgumentException("whatever is measured takes time");
    }
  }

  /** As above, in a time that may be too short to be told. */
  public static Measurement of(long bytes, Duration time) {
    return new Measurement(bytes, time.isPositive() ? time : Duration.ofNanos(1));
  }

  public double bytesPerSecond() {
    return bytes * NANOS_PER_SECOND / nanos();
  }

  /** The time in nanoseconds; the largest number there is where it does not fit. */
  public long nanos() {
    try {
      return time.toNanos();
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }
}
