package io.localstream.adapters.cli;

import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.port.Question;
import java.util.concurrent.CompletableFuture;

/** A question that waits for the person. Safe for several threads. */
final class PendingQuestion {
  private final Question question;
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();

  PendingQuestion(Question question) {
    this.question = question;
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
