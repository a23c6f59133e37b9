package io.localstream.domain.port.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.device.Passphrase;
import io.localstream.domain.port.PassphraseSource;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link PassphraseSource} promises. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class PassphraseSourceContract {
  /** The subject, the same one during a test; it knows nothing in the beginning. */
  protected abstract PassphraseSource source();

  /** From now on this passphrase is what there is to give, when it is asked for the first time. */
  protected abstract void knows(String passphrase) throws Exception;

  /** From now on this is the new passphrase; each call for one is prepared by one. */
  protected abstract void chooses(String passphrase) throws Exception;

  /** From now on there is nothing to give. */
  protected abstract void knowsNothing() throws Exception;

  @Test
  void givesThePassphrase() throws Exception {
    knows("open sesame");

    assertThat(unlock(1)).contains("open sesame");
  }

  @Test
  void givesEveryCharacter() throws Exception {
    knows("  Σουσάμι 🙂 ");

    assertThat(unlock(1)).contains("  Σουσάμι 🙂 ");
  }

  @Test
  void givesNothingWhereThereIsNone() throws Exception {
    knowsNothing();

    assertThat(unlock(1)).isEmpty();
    assertThat(source().choose()).isEmpty();
  }

  @Test
  void givesNothingThatWasWrongBefore() throws Exception {
    knows("wrong");
    assertThat(unlock(1)).contains("wrong");
    knowsNothing();

    assertThat(unlock(2)).isEmpty();
  }

  @Test
  void givesANewOne() throws Exception {
    chooses("a new one");

    assertThat(source().choose().map(PassphraseSourceContract::read)).contains("a new one");
  }

  @Test
  void leavesClosingToTheCaller() throws Exception {
    chooses("a new one");
    source().choose().orElseThrow().close();
    chooses("a new one");

    assertThat(source().choose().map(PassphraseSourceContract::read)).contains("a new one");
  }

  private Optional<String> unlock(int attempt) {
    return source().unlock(attempt).map(PassphraseSourceContract::read);
  }

  private static String read(Passphrase given) {
    try (given) {
      return new String(given.utf8(), StandardCharsets.UTF_8);
    }
  }
}
