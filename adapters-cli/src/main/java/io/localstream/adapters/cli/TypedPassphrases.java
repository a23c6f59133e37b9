package io.localstream.adapters.cli;

import io.localstream.domain.device.Passphrase;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.PassphraseSource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Asks the person at the terminal for the passphrase, unseen. An empty line gives none. The
 * terminal hands out what was typed as a {@link String}, which can't be wiped. Thread-safe.
 */
final class TypedPassphrases implements PassphraseSource {
  private static final String DEVICE = "passphrase for this device's identity: ";

  private final Person person;

  TypedPassphrases(Person person) {
    this.person = person;
  }

  @Override
  public Optional<Passphrase> unlock(int attempt) {
    return typed(attempt > 1 ? List.of("that was not the passphrase") : List.of(), DEVICE)
        .map(TypedPassphrases::passphrase);
  }

  @Override
  public Optional<Passphrase> choose() {
    Optional<String> first = typed(List.of(), "new " + DEVICE);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    // Kept first: a passphrase that can't be one needs no second time.
    Passphrase chosen = passphrase(first.get());
    try {
      chosen.requireLongEnough();
    } catch (LocalStreamException e) {
      chosen.close();
      throw e;
    }
    if (typed(List.of(), "the same again: ").equals(first)) {
      return Optional.of(chosen);
    }
    chosen.close();
    throw new LocalStreamException(
        FailureCode.INVALID_ARGUMENT, "the two passphrases differ; nothing was changed");
  }

  private Optional<String> typed(List<String> details, String prompt) {
    try {
      return person
          .line(
              new LineInquiry<>(
                  details, prompt, "the passphrase of the identity", Typing.SECRET, line -> line))
          .filter(line -> !line.isEmpty());
    } catch (InterruptedException e) {
      throw CliPassphrases.cancelled(e);
    }
  }

  private static Passphrase passphrase(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    try {
      return new Passphrase(utf8);
    } catch (IllegalArgumentException e) {
      throw new LocalStreamException(
          FailureCode.INVALID_ARGUMENT, String.valueOf(e.getMessage()), e);
    } finally {
      Arrays.fill(utf8, (byte) 0);
    }
  }
}
