package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.application.usecase.ListPossibleConnections.Standing;
import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.connection.SavedConnection;
import io.localstream.domain.device.Passphrase;
import io.localstream.domain.network.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Codes, passphrases and restored sessions at a terminal whose keyboard is typed by the test. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PairingShellTest {
  private static final String PROMPT = "localstream> ";
  private static final String CODE = ScriptedPairing.CODE;

  @TempDir Path home;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private TypedTerminal terminal;
  private ScriptedDevice device;
  private Future<Integer> exit;

  @BeforeEach
  void start() throws Exception {
    terminal = new TypedTerminal();
  }

  @AfterEach
  void end() throws Exception {
    if (!exit.isDone()) {
      terminal.enter("exit");
    }
    exit.get(30, TimeUnit.SECONDS);
    terminal.close();
    threads.close();
  }

  private void run(Consumer<ScriptedDevice> preparation, String... arguments) {
    DeviceFactory devices =
        (_, contacts) -> {
          device = new ScriptedDevice(contacts, Duration.ZERO);
          preparation.accept(device);
          return device;
        };
    LocalStreamProgram program =
        new LocalStreamProgram(devices, Map.of(), () -> home, "1.2.3", terminal::streams);
    exit = threads.submit(() -> program.run(arguments));
  }

  private void beginShell(Consumer<ScriptedDevice> preparation) throws Exception {
    run(preparation);
    terminal.await("LocalStream 1.2.3");
    terminal.await(PROMPT);
  }

  private int exit() throws Exception {
    return exit.get(30, TimeUnit.SECONDS);
  }

  @Nested
  class Pairing {
    @Test
    void showsTheCodeAndGoesOnAndTellsGuessesAndSuccessLater() throws Exception {
      beginShell(_ -> {});
      terminal.enter("pair");
      terminal.await("code: " + CODE);
      terminal.await(PROMPT);
      terminal.enter("version");
      terminal.await("localstream 1.2.3");
      terminal.await(PROMPT);
      device.pairing.guess();
      terminal.await("wrong code: code 7 is not the same here and at 192.168.1.66:50666; 2 tries");
      device.pairing.type("anna");
      terminal.await("paired with anna, fingerprint fedc ba98 7654 3210");
    }

    @Test
    void tellsThatACodeIsTooOld() throws Exception {
      beginShell(_ -> {});
      terminal.enter("pair");
      terminal.await("code: ");
      terminal.await(PROMPT);
      device.pairing.fail("code 7 is too old");
      terminal.await("code 7 is too old");
    }

    @Test
    void keepsCodesOutOfTheHistory() throws Exception {
      beginShell(_ -> {});
      for (String line :
          new String[] {
            "pair " + CODE,
            " PAIR\t7 emerald pueblo aardvark",
            "connect 10.0.0.1 1 --code " + CODE,
            "connect 10.0.0.1 1 --code=7-eme-pue-aar",
            "piar " + CODE,
            CODE,
            "pair emerald",
            "status"
          }) {
        terminal.enter(line);
        terminal.await("\n");
        terminal.await(PROMPT);
      }
      terminal.enter("exit");
      exit();

      assertThat(Files.readString(home.resolve("history")))
          .contains("status")
          .doesNotContainIgnoringCase("emerald")
          .doesNotContain("eme");
    }

    @Test
    void connectAsksForTheCodeAndCompletesItsWords() throws Exception {
      beginShell(_ -> {});
      terminal.enter("connect 192.168.1.9 8080 --code");
      terminal.await("code: ");
      terminal.enter("7-emerald-pueblo");
      terminal.await("a code is a number and three words");
      terminal.await("code: ");
      terminal.type("7-eme\t");
      terminal.await("7-emerald");
      terminal.enter("-pueblo-aardvark");
      terminal.await("connected to anna at 192.168.1.9:8080");
      terminal.await(PROMPT);
      terminal.enter("exit");
      exit();

      assertThat(Files.readString(home.resolve("history"))).doesNotContain("aardvark");
    }

    @Test
    void receiveAsksThreeTimesForACode() throws Exception {
      run(_ -> {}, "receive");
      for (int attempt = 0; attempt < 3; attempt++) {
        terminal.await("code: ");
        terminal.enter("7 emerald xueblo aardvark");
        terminal.await("did you mean pueblo?");
      }
      terminal.await("no code was typed");

      assertThat(exit()).isEqualTo(2);
    }

    @Test
    void receiveAsksForTheCodeAndNothingElse() throws Exception {
      run(one -> one.offersWhenConnected = Optional.of("report.pdf"), "receive");
      terminal.await("code: ");
      terminal.enter(CODE);
      terminal.await("looking for the device with code 7 for 30.0 s");
      terminal.await("received");

      assertThat(exit()).isZero();
      assertThat(terminal.everything()).doesNotContain("[yes/no]");
    }

    @Test
    void ctrlCAtTheCodeGivesUp() throws Exception {
      run(_ -> {}, "receive");
      terminal.await("code: ");
      terminal.type("\u0003");

      assertThat(exit()).isEqualTo(130);
    }
  }

  @Nested
  class Passphrases {
    @Test
    void areTypedTwiceAndUnseen() throws Exception {
      beginShell(_ -> {});
      terminal.enter("identity protect");
      terminal.await("new passphrase for this device's identity: ");
      terminal.enter("open sesame");
      terminal.await("the same again: ");
      terminal.enter("open sesame");
      terminal.await("private keys: protected by a passphrase");
      terminal.await(PROMPT);
      terminal.enter("exit");
      exit();

      assertThat(device.identity.passphrase).contains("open sesame");
      assertThat(terminal.everything()).doesNotContain("sesame");
      assertThat(Files.readString(home.resolve("history")))
          .contains("identity protect")
          .doesNotContain("sesame");
    }

    @Test
    void thatAreTooShortNeedNoSecondTime() throws Exception {
      run(_ -> {}, "identity", "protect");
      terminal.await("identity: ");
      terminal.enter("x");
      terminal.await("a new passphrase has at least 8 characters");

      assertThat(exit()).isEqualTo(2);
      assertThat(device.identity.passphrase).isEmpty();
    }

    @Test
    void thatDifferChangeNothing() throws Exception {
      run(_ -> {}, "identity", "protect");
      terminal.await("identity: ");
      terminal.enter("one of two");
      terminal.await("again: ");
      terminal.enter("the other");
      terminal.await("the two passphrases differ; nothing was changed");

      assertThat(exit()).isEqualTo(2);
      assertThat(device.identity.passphrase).isEmpty();
    }

    @Test
    void areAskedForAgainAfterAWrongOne() throws Exception {
      run(one -> one.identity.passphrase = Optional.of("right"), "identity", "unprotect");
      terminal.await("passphrase for this device's identity: ");
      terminal.enter("wrong");
      terminal.await("that was not the passphrase");
      terminal.await("identity: ");
      terminal.enter("right");
      terminal.await("not protected by a passphrase");

      assertThat(exit()).isZero();
    }

    @Test
    void areAskedForAtThePromptAndWhatWasTypedStays() throws Exception {
      beginShell(_ -> {});
      terminal.type("vers");
      terminal.await("vers");
      Future<Optional<Passphrase>> unlocking =
          threads.submit(() -> device.contacts.passphrases().unlock(1));
      terminal.await("passphrase for this device's identity: ");
      terminal.enter("right");

      assertThat(unlocking.get(30, TimeUnit.SECONDS).map(ScriptedIdentity::text)).contains("right");
      terminal.await(PROMPT);
      terminal.await("vers");
      terminal.enter("ion");
      terminal.await("localstream 1.2.3");
    }
  }

  @Nested
  class Restoring {
    private void save(ScriptedDevice one) {
      one.kept.saved.add(new SavedConnection(Endpoint.of("192.168.1.7", 8080), new PeerLimit(1)));
      one.kept.saved.add(new SavedConnection(Endpoint.of("192.168.1.7", 9000), new PeerLimit(1)));
    }

    @Test
    void isAskedBeforeTheFirstPrompt() throws Exception {
      run(this::save);
      terminal.await("restore the last saved session? (connections 8080, 9000) [yes/no] ");
      terminal.enter("yes");
      terminal.await("listening on 192.168.1.7:9000 again");
      terminal.await(PROMPT);
    }

    @Test
    void isLeftWithNo() throws Exception {
      run(this::save);
      terminal.await("[yes/no] ");
      terminal.enter("no");
      terminal.await(PROMPT);

      assertThat(device.kept.restored).isFalse();
    }

    @Test
    void isNotAskedWhereThatWasSaid() throws Exception {
      run(this::save, "--no-restore");
      terminal.await(PROMPT);
      terminal.enter("exit");
      exit();

      assertThat(terminal.everything()).doesNotContain("[yes/no]");
      assertThat(device.kept.restored).isFalse();
    }
  }

  @Test
  void watchingShowsWhatChangesUntilCtrlC() throws Exception {
    beginShell(_ -> {});
    terminal.enter("possible_connections --watch");
    terminal.await("neighbours");
    device.network.announce("anna", Standing.NEW, Optional.empty());
    terminal.await("anna");
    terminal.type("\u0003");
    terminal.await(PROMPT);

    assertThat(terminal.everything()).doesNotContain("cancelled");
  }

  @Test
  void forgettingIsAskedAbout() throws Exception {
    beginShell(one -> one.trust.pin("anna"));
    terminal.enter("trust forget anna");
    terminal.await("forget anna, so that it is a stranger again? [yes/no] ");
    terminal.enter("no");
    terminal.await("nothing was changed");
    terminal.await(PROMPT);

    assertThat(device.trust.list()).hasSize(1);
  }
}
