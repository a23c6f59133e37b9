package io.localstream.application.conversation;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.time.Duration;

/** Counts the moments in which nothing happened, and runs out. For one thread. */
final class Patience {
  /** How long a conversation waits before it looks after its lanes. */
  static final Duration MOMENT = Duration.ofMillis(100);

  private final long moments;
  private final String complaint;
  private long left;

  /**
   * @param longest that nothing may happen
   * @param complaint what is said when it runs out
   */
  Patience(Duration longest, String complaint) {
    this.moments = Math.max(1, longest.toMillis() / MOMENT.toMillis());
    this.complaint = complaint;
    this.left = moments;
  }

  /** Something happened. */
  void renew() {
    left = moments;
  }

  /**
   * Nothing happened for another moment.
   *
   * @throws LocalStreamException {@code TIMED_OUT}
   */
  void spend() {
    left--;
    if (left <= 0) {
      throw new LocalStreamException(FailureCode.TIMED_OUT, complaint);
    }
  }
}
