package io.localstream.domain.port;

import java.time.Duration;

/** Asks a person. Several threads may ask; whoever implements it puts them in a row. */
public interface ApprovalPrompt {
  /** What came of it. */
  enum Answer {
    YES,
    NO,
    /** Nobody is there to ask, or nobody answered in time. */
    NONE
  }

  /**
   * Asks and waits for the answer.
   *
   * @param timeout longest wait, positive
   * @throws InterruptedException when whoever asks is no longer interested; the question is
   *     withdrawn
   */
  Answer ask(Question question, Duration timeout) throws InterruptedException;
}
