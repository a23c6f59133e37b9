package io.localstream.adapters.cli;

import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.port.Question;
import java.util.concurrent.CompletableFuture;

/** A question that waits for the person. Safe for several threads. */
final class PendingQuestion {
  private final Question question;
  private final long number;
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();

  /**
   * A question that was just asked.
   *
   * @param number counts all questions, from 1
   */
  PendingQuestion(Question question, long number) {
    this.question = question;
    this.number = number;
  }

  long number() {
    return number;
  }

  Question question() {
    return question;
  }

  /** Is completed by the person, or when the question is withdrawn. */
  CompletableFuture<Answer> answer() {
    return answer;
  }

  /** Settles it; nothing when it was settled or withdrawn before. */
  void settle(Answer given) {
    answer.complete(given);
  }

  boolean isOpen() {
    return !answer.isDone();
  }
}
