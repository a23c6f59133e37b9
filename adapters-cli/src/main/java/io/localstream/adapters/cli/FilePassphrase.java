package io.localstream.adapters.cli;

import io.localstream.domain.device.Passphrase;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.PassphraseSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The passphrase in the first line of a file. It is read once, because a pipe gives it once.
 * Thread-safe.
 */
final class FilePassphrase implements PassphraseSource, AutoCloseable {
  private final Passphrase passphrase;

  private FilePassphrase(Passphrase passphrase) {
    this.passphrase = passphrase;
  }

  /**
   * Reads it.
   *
   * @throws LocalStreamException {@code FILE_MISSING}, {@code FILE_UNREADABLE}, {@code
   *     INVALID_ARGUMENT}
   */
  static FilePassphrase read(Path file) {
    if (!Files.exists(file)) {
      throw new LocalStreamException(
          FailureCode.FILE_MISSING, "there is no passphrase file " + file);
    }
    byte[] line = new byte[Passphrase.MAX_BYTES + 2];
    try (InputStream in = Files.newInputStream(file)) {
      int read = in.readNBytes(line, 0, line.length);
      return new FilePassphrase(firstLine(line, read));
    } catch (IOException e) {
      throw new LocalStreamException(
          FailureCode.FILE_UNREADABLE, "the passphrase file " + file + " can't be read", e);
    } catch (IllegalArgumentException e) {
      throw new LocalStreamException(
          FailureCode.INVALID_ARGUMENT, "the passphrase file " + file + ": " + e.getMessage(), e);
    } finally {
      Arrays.fill(line, (byte) 0);
    }
  }

  private static Passphrase firstLine(byte[] bytes, int length) {
    int end = 0;
    while (end < length && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    byte[] line = Arrays.copyOf(bytes, end);
    try {
      return new Passphrase(line);
    } finally {
      Arrays.fill(line, (byte) 0);
    }
  }

  /** Where it was wrong once, it would be wrong again. */
  @Override
  public Optional<Passphrase> unlock(int attempt) {
    return attempt > 1 ? Optional.empty() : choose();
  }

  @Override
  public Optional<Passphrase> choose() {
    byte[] utf8 = passphrase.utf8();
    try {
      return Optional.of(new Passphrase(utf8));
    } finally {
      Arrays.fill(utf8, (byte) 0);
    }
  }

  @Override
  public void close() {
    passphrase.close();
  }
}
