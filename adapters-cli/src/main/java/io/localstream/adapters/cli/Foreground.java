package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;
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
  private static final long CANCELLING_SECONDS = 6;

  private final QuestionDesk desk;
  private final Interview interview;
  private final AnswerSource answers;
  private volatile @Nullable Running running;

  private record Running(FutureTask<ExitCode> task, Thread thread) {}

  Foreground(QuestionDesk desk, Interview interview, AnswerSource answers) {
    this.desk = desk;
    this.interview = interview;
    this.answers = answers;
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
    Thread thread = Thread.ofPlatform().daemon().name("command").unstarted(task);
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

  private void ask(PendingQuestion<?> pending, FutureTask<ExitCode> task) {
    interview.ask(
        pending,
        task::isDone,
        () -> {
          cancel();
          awaitEnd(task);
        });
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
}
