package io.localstream.adapters.cli;

import io.localstream.domain.device.Passphrase;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.PassphraseSource;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has the passphrase from the file that the options name, or else from the person at the terminal.
 */
final class CliPassphrases implements PassphraseSource, AutoCloseable {
  private final Supplier<Optional<Path>> file;
  private final PassphraseSource typed;
  private @Nullable FilePassphrase read;

  /**
   * @param file where the passphrase is, if anywhere; asked when it is needed first
   * @param typed asks the person
   */
  CliPassphrases(Supplier<Optional<Path>> file, PassphraseSource typed) {
    this.file = file;
    this.typed = typed;
  }

  @Override
  public Optional<Passphrase> unlock(int attempt) {
    return source().unlock(attempt);
  }

  @Override
  public Optional<Passphrase> choose() {
    return source().choose();
  }

  private synchronized PassphraseSource source() {
    FilePassphrase known = read;
    if (known == null) {
      known = file.get().map(FilePassphrase::read).orElse(null);
      read = known;
    }
    return known == null ? typed : known;
  }

  @Override
  public synchronized void close() {
    if (read != null) {
      read.close();
      read = null;
    }
  }

  /** What to throw where Ctrl-C ended the typing. */
  static LocalStreamException cancelled(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new LocalStreamException(FailureCode.CANCELLED, "cancelled", cause);
  }
}
