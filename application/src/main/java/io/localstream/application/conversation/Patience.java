package io.localstream.application.conversation;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.Ticker;
import io.localstream.domain.time.Deadline;
import java.time.Duration;

/** Runs out when nothing happened for too long. For one thread. */
final class Patience {
  /** How long a conversation waits before it looks after its lanes. */
  static final Duration MOMENT = Duration.ofMillis(100);

  private final Ticker ticker;
  private final Duration longest;
  private final String complaint;
  private Deadline deadline;

  /**
   * @param longest that nothing may happen
   * @param complaint what is said when it runs out
   */
  Patience(Ticker ticker, Duration longest, String complaint) {
    this.ticker = ticker;
    this.longest = longest;
    this.complaint = complaint;
    this.deadline = Deadline.in(ticker, longest);
  }

  /** Something happened. */
  void renew() {
    deadline = Deadline.in(ticker, longest);
  }

  /**
   * Nothing has happened until now.
   *
   * @throws LocalStreamException {@code TIMED_OUT}
   */
  void check() {
    if (deadline.isOver()) {
      throw exhausted();
    }
  }

  /** How it is said that it ran out. */
  LocalStreamException exhausted() {
    return new LocalStreamException(FailureCode.TIMED_OUT, complaint);
  }
}
