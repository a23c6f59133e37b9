package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.contract.ApprovalPromptContract;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The prompt of the terminal while a command runs, answered by keys. */
class TerminalPromptTest extends ApprovalPromptContract {
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private TypedTerminal terminal;
  private PersonTerminal person;
  private QuestionDesk desk;

  @BeforeEach
  void runACommand() throws Exception {
    terminal = new TypedTerminal();
    Screen screen = new Screen(terminal.streams());
    desk = new QuestionDesk(screen);
    person = new PersonTerminal(terminal.streams(), screen);
    Foreground foreground = new Foreground(desk, new Interview(desk, screen, person), person);
    CountDownLatch running = new CountDownLatch(1);
    threads.submit(() ->
        foreground.run(() -> {
          running.countDown();
          over.await();
          return ExitCode.DONE;
        }));
    running.await();
  }

  @AfterEach
  void endTheCommand() throws Exception {
    over.countDown();
    threads.close();
    person.close();
    terminal.close();
  }

  @Override
  protected ApprovalPrompt prompt() {
    return desk;
  }

  @Override
  protected void personAnswers(ApprovalPrompt.Answer answer) throws Exception {
    PendingQuestion<?> pending = desk.awaitQuestion(0, () -> false).orElseThrow();
    terminal.await(pending.inquiry().details().getFirst());
    terminal.await("[yes/no]");
    terminal.enter(answer == ApprovalPrompt.Answer.YES ? "yes" : "no");
    var _ = pending.answer().get(30, TimeUnit.SECONDS);
  }

  @Override
  protected void awaitQuestions(int count) throws InterruptedException {
    desk.awaitQuestion(count - 1, () -> false);
  }
}
