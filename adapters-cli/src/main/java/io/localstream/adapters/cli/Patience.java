package io.localstream.adapters.cli;

import java.time.Duration;

/** How much of the time that a person wants to wait is left. */
final class Patience {
  private final Duration whole;
  private final long sinceNanos = System.nanoTime();

  Patience(Duration whole) {
    this.whole = whole;
  }

  /** Zero or more. */
  Duration left() {
    Duration left = whole.minusNanos(System.nanoTime() - sinceNanos);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
