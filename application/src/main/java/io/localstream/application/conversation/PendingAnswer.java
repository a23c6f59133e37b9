package io.localstream.application.conversation;

import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.port.Question;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A question to a person that is answered in the background, so that whoever asks can notice
 * meanwhile that it has become pointless. Closing withdraws it. Thread-safe.
 */
public final class PendingAnswer implements AutoCloseable {
  private final CompletableFuture<Answer> answer;
  private final @Nullable Thread asker;

  private PendingAnswer(CompletableFuture<Answer> answer, @Nullable Thread asker) {
    this.answer = answer;
    this.asker = asker;
  }

  /** An answer that nobody had to be asked for. */
  static PendingAnswer yes() {
    return new PendingAnswer(CompletableFuture.completedFuture(Answer.YES), null);
  }

  /**
   * Asks.
   *
   * @param whenOver run once the question is answered, timed out or withdrawn
   */
  public static PendingAnswer ask(
      ApprovalPrompt prompt, Question question, Duration patience, Runnable whenOver) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Runnable asking =
        () -> {
          try {
            answer.complete(prompt.ask(question, patience));
          } catch (InterruptedException e) {
            answer.complete(Answer.NONE);
          } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
          } finally {
            whenOver.run();
          }
        };
    try {
      return new PendingAnswer(answer, Threads.start("question", asking));
    } catch (Error e) {
      whenOver.run();
      throw e;
    }
  }

  /** The answer, once there is one. */
  Optional<Answer> answer() {
    return answer.isDone() ? Optional.of(answer.join()) : Optional.empty();
  }

  /** Waits for the answer. */
  public Answer await() throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the prompt failed", e.getCause());
    }
  }

  @Override
  public void close() {
    if (asker != null && !answer.isDone()) {
      asker.interrupt();
    }
  }
}
