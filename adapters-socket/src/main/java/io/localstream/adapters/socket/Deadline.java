package io.localstream.adapters.socket;

import java.time.Duration;

/** The moment until which something with several steps has to be done. */
record Deadline(long nanoTime) {
  static Deadline in(Duration timeout) {
    return new Deadline(System.nanoTime() + clampedNanos(timeout));
  }

  boolean isOver() {
    return nanoTime - System.nanoTime() <= 0;
  }

  /** What is left, at least a moment: a socket takes zero for no limit. */
  Duration remaining() {
    return Duration.ofNanos(Math.max(1, nanoTime - System.nanoTime()));
  }

  /** A timeout as sockets want it: whole milliseconds, rounded up, never 0. */
  static int socketMillis(Duration timeout) {
    long millis = (clampedNanos(timeout) + 999_999) / 1_000_000;
    return Math.clamp(millis, 1, Integer.MAX_VALUE);
  }

  /** Nanoseconds, at most a third of what a long holds, so that sums do not overflow. */
  private static long clampedNanos(Duration timeout) {
    Duration most = Duration.ofNanos(Long.MAX_VALUE / 3);
    return timeout.compareTo(most) > 0 ? most.toNanos() : timeout.toNanos();
  }
}
