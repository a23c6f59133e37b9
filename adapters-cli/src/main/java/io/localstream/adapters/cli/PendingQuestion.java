package io.localstream.adapters.cli;

import java.util.concurrent.CompletableFuture;

/**
 * A question that waits for the person. Safe for several threads.
 *
 * @param <T> what the answer means
 */
final class PendingQuestion<T> {
  private final Inquiry<T> inquiry;
  private final long number;
  private final CompletableFuture<T> answer = new CompletableFuture<>();

  /**
   * A question that was just asked.
   *
   * @param number counts all questions, from 1
   */
  PendingQuestion(Inquiry<T> inquiry, long number) {
    this.inquiry = inquiry;
    this.number = number;
  }

  long number() {
    return number;
  }

  Inquiry<T> inquiry() {
    return inquiry;
  }

  /** Is completed by the person, or when the question is withdrawn. */
  CompletableFuture<T> answer() {
    return answer;
  }

  /**
   * Settles it with what the person typed; nothing when it was settled or withdrawn before.
   *
   * @throws IllegalArgumentException with what to type instead, in one line
   */
  void enter(String line) {
    answer.complete(inquiry.parse(line));
  }

  /** The person leaves it. */
  void refuse() {
    answer.complete(inquiry.refused());
  }

  /** Nobody answers it any more. */
  void withdraw() {
    answer.complete(inquiry.unanswered());
  }

  boolean isOpen() {
    return !answer.isDone();
  }

  /** Whether yes or no at the shell's prompt answers it; anything else is asked for by itself. */
  boolean isYesOrNo() {
    return inquiry instanceof YesNoInquiry;
  }
}
