package io.localstream.adapters.socket;

/**
 * When to ask who is there: at once, after a second, and then each time after twice as long, up to
 * a minute, which is before anything heard expires (RFC 6762, section 5.2). The first one is not
 * put off, as that section would have it for devices that all start at once: a person waits.
 * Thread-safe.
 */
final class QuestionTimes {
  private static final long FIRST_NANOS = 1_000_000_000;
  private static final long LONGEST_NANOS = 60 * FIRST_NANOS;

  private boolean everAsked;
  private long askedAt;
  private long interval = FIRST_NANOS;

  /** Whether it is time; then it counts as asked. */
  synchronized boolean isTime(long now) {
    if (!everAsked) {
      everAsked = true;
    } else if (now - askedAt < interval) {
      return false;
    } else {
      interval = Math.min(2 * interval, LONGEST_NANOS);
    }
    askedAt = now;
    return true;
  }

  synchronized void restart() {
    interval = FIRST_NANOS;
  }
}
