package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.QuestionText;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs one command on a thread of its own, while the terminal's thread asks the questions that come
 * up meanwhile. {@link #run} is called by the terminal's thread only, the rest by any.
 */
final class Foreground {
  private static final int ATTEMPTS = 3;
  private static final long CANCELLING_SECONDS = 6;

  private final QuestionDesk desk;
  private final Screen screen;
  private final AnswerSource answers;
  private volatile @Nullable Running running;

  private record Running(FutureTask<ExitCode> task, Thread thread) {}

  Foreground(QuestionDesk desk, Screen screen, AnswerSource answers) {
    this.desk = desk;
    this.screen = screen;
    this.answers = answers;
    desk.whenChanged(answers::abort);
  }

  /** Runs a command to its end; whatever it throws is the cause. */
  ExitCode run(Callable<ExitCode> command) throws ExecutionException, InterruptedException {
    FutureTask<ExitCode> task =
        new FutureTask<>(command) {
          @Override
          protected void done() {
            desk.wake();
            answers.abort();
          }
        };
    Thread thread = Thread.ofVirtual().name("command").unstarted(task);
    running = new Running(task, thread);
    // What was asked before waits for the prompt: this command may be the answer.
    long before = desk.asked();
    thread.start();
    while (!task.isDone()) {
      desk.awaitQuestion(before, task::isDone).ifPresent(question -> ask(question, task));
    }
    return task.get();
  }

  /** Interrupts the command that runs, if any; it takes back what it began and ends by itself. */
  void cancel() {
    Running now = running;
    if (now != null && !now.task().isDone()) {
      now.thread().interrupt();
    }
  }

  boolean isRunning() {
    Running now = running;
    return now != null && !now.task().isDone();
  }

  private void ask(PendingQuestion pending, FutureTask<ExitCode> task) {
    answers.discardTypedAhead();
    screen.important(QuestionText.details(pending.question()));
    String prompt = QuestionText.prompt(pending.question());
    for (int attempt = 1; pending.isOpen() && !task.isDone(); attempt++) {
      Reply reply = answers.read(prompt, () -> pending.isOpen() && !task.isDone());
      answer(reply, attempt).ifPresent(pending::settle);
      if (reply instanceof Reply.Interrupted) {
        cancel();
        awaitEnd(task);
      }
    }
  }

  /** The answer that a reply is; empty when it has to be asked again or is no longer wanted. */
  private Optional<Answer> answer(Reply reply, int attempt) {
    return switch (reply) {
      case Reply.Line line -> YesOrNo.parse(line.text()).or(() -> notUnderstood(attempt));
      case Reply.EndOfInput _ -> Optional.of(Answer.NO);
      case Reply.Interrupted _, Reply.Aborted _ -> Optional.empty();
    };
  }

  /** Gives a cancelled command a moment, so that its question is not shown again in vain. */
  private static void awaitEnd(FutureTask<ExitCode> task) {
    try {
      task.get(CANCELLING_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException _) {
      // Whoever runs the command tells how it ended.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Answer> notUnderstood(int attempt) {
    boolean last = attempt >= ATTEMPTS;
    screen.important(last ? "taken as no" : "please type yes or no");
    return last ? Optional.of(Answer.NO) : Optional.empty();
  }
}
