package io.localstream.adapters.crypto;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.time.Duration;

/** The moment at which a call that has several steps must be over. */
record Deadline(long nanoTime) {
  static Deadline after(Duration timeout) {
    return new Deadline(System.nanoTime() + timeout.toNanos());
  }

  /**
   * What is left, above zero.
   *
   * @throws LocalStreamException {@code TIMED_OUT} when nothing is left
   */
  Duration left(Object remote) {
    long nanos = nanoTime - System.nanoTime();
    if (nanos <= 0) {
      throw new LocalStreamException(
          FailureCode.TIMED_OUT, "the device at " + remote + " did not answer in time; try again");
    }
    return Duration.ofNanos(nanos);
  }
}
