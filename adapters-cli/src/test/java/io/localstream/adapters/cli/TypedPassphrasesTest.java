package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.port.PassphraseSource;
import io.localstream.domain.port.contract.PassphraseSourceContract;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The passphrase that a person types while a command runs. */
class TypedPassphrasesTest extends PassphraseSourceContract {
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<String> lines = new ArrayDeque<>();
  private TypedPassphrases source;

  @BeforeEach
  void runACommand() throws Exception {
    Screen screen = new Screen(TestStreams.silent());
    QuestionDesk desk = new QuestionDesk(screen);
    source = new TypedPassphrases(new Person(desk, screen));
    var _ =
        threads.submit(() -> {
          while (over.getCount() > 0) {
            desk.awaitQuestion(0, () -> over.getCount() == 0).ifPresent(this::answer);
          }
          return ExitCode.DONE;
        });
  }

  private synchronized void answer(PendingQuestion<?> pending) {
    if (lines.isEmpty()) {
      pending.refuse();
    } else if (pending.isOpen()) {
      pending.enter(lines.remove());
    }
  }

  @AfterEach
  void endTheCommand() {
    over.countDown();
    threads.shutdownNow();
    threads.close();
  }

  @Override
  protected PassphraseSource source() {
    return source;
  }

  @Override
  protected synchronized void knows(String passphrase) {
    lines.add(passphrase);
  }

  @Override
  protected synchronized void chooses(String passphrase) {
    lines.add(passphrase);
    lines.add(passphrase);
  }

  @Override
  protected synchronized void knowsNothing() {
    lines.clear();
  }
}
