package io.localstream.adapters.cli;

import static io.localstream.domain.port.contract.Failures.assertFails;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.port.PassphraseSource;
import io.localstream.domain.port.contract.PassphraseSourceContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The passphrase in a file, and nobody at the terminal. */
class FilePassphrasesTest extends PassphraseSourceContract {
  @TempDir Path folder;
  private Optional<Path> given = Optional.empty();
  private CliPassphrases source;

  @BeforeEach
  void open() {
    Screen screen = new Screen(TestStreams.silent());
    source =
        new CliPassphrases(
            () -> given, new TypedPassphrases(new Person(new AbsentPerson(screen), screen)));
  }

  @Override
  protected PassphraseSource source() {
    return source;
  }

  @Override
  protected void knows(String passphrase) throws IOException {
    given = Optional.of(Files.writeString(folder.resolve("pass"), passphrase + "\nmore\n"));
  }

  @Override
  protected void chooses(String passphrase) throws IOException {
    knows(passphrase);
  }

  /** A file that was read is read no more. */
  @Override
  protected void knowsNothing() {
    given = Optional.empty();
  }

  @Test
  void saysWhatIsWrongWithTheFile() throws Exception {
    given = Optional.of(folder.resolve("none"));
    assertFails(FailureCode.FILE_MISSING, () -> source.unlock(1));

    given = Optional.of(folder);
    assertFails(FailureCode.FILE_UNREADABLE, () -> source.unlock(1));

    given = Optional.of(Files.writeString(folder.resolve("empty"), "\n"));
    assertFails(FailureCode.INVALID_ARGUMENT, () -> source.unlock(1));

    given = Optional.of(Files.writeString(folder.resolve("long"), "x".repeat(1_025)));
    assertFails(FailureCode.INVALID_ARGUMENT, () -> source.unlock(1));
  }
}
