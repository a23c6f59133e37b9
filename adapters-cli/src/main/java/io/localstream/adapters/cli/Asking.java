package io.localstream.adapters.cli;

import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.Question;
import java.time.Duration;

/** Whoever can be asked, if anybody. Thread-safe. */
interface Asking extends ApprovalPrompt {
  /** Whether there is anybody to ask. */
  boolean isHere();

  /**
   * Asks and waits for the answer.
   *
   * @throws InterruptedException when whoever asks is no longer interested; the question is
   *     withdrawn
   */
  <T> T ask(Inquiry<T> inquiry, Duration timeout) throws InterruptedException;

  @Override
  default Answer ask(Question question, Duration timeout) throws InterruptedException {
    return ask(YesNoInquiry.of(question), timeout);
  }
}
