package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.application.usecase.OpenConnection;
import io.localstream.application.usecase.ReceiveFiles;
import io.localstream.application.usecase.SendFiles;
import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.network.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sending and receiving by a code that is read out, without a terminal. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CodesTest {
  private static final String CODE = ScriptedPairing.CODE;

  @TempDir Path folder;
  private final ProgramRig rig = new ProgramRig();

  private void with(Consumer<ScriptedDevice> preparation) {
    rig.factory =
        (_, contacts) -> {
          ScriptedDevice device = new ScriptedDevice(contacts, Duration.ZERO);
          preparation.accept(device);
          rig.devices.add(device);
          return device;
        };
  }

  @Nested
  class Sending {
    @Test
    void showsTheCodeEvenWhenQuietAndSendsToWhoeverTypesIt() {
      with(device -> device.pairing.onceOpen(() -> device.pairing.type("anna")));

      assertThat(rig.run("send", "report.pdf", "--quiet")).isZero();
      assertThat(rig.err())
          .containsExactly(
              "code: " + CODE,
              "on the other device type: localstream receive",
              "the code works for 10 minutes, once");
      assertThat(rig.device().commands)
          .first()
          .isEqualTo(new OpenConnection.Command(Optional.empty(), 7117, new PeerLimit(2), false));
      assertThat(rig.device().commands)
          .last()
          .extracting(command -> ((SendFiles.Command) command).to().orElseThrow())
          .isEqualTo(Samples.device("anna").id().toString());
    }

    @Test
    void remembersTheOtherDeviceUnlessItIsForOnce() {
      with(device -> device.pairing.onceOpen(() -> device.pairing.type("anna")));
      assertThat(rig.run("send", "report.pdf")).isZero();
      assertThat(rig.device().trust.pinsNothing).isFalse();

      with(device -> device.pairing.onceOpen(() -> device.pairing.type("anna")));
      assertThat(rig.run("send", "report.pdf", "--once")).isZero();
      assertThat(rig.device().trust.pinsNothing).isTrue();
    }

    @Test
    void takesAFreePortWhereTheUsualOneIsTaken() {
      with(device -> {
        device.portTaken = true;
        device.pairing.onceOpen(() -> device.pairing.type("anna"));
      });

      assertThat(rig.run("send", "report.pdf")).isZero();
      assertThat(rig.device().commands).contains("code on 40123");
    }

    @Test
    void tellsWrongGuessesAndEndsWhenTheCodeIsBurnt() {
      with(device -> {
        device.pairing.onceOpen(device.pairing::guess);
        device.pairing.onceOpen(() -> awaitTold("2 tries left"));
        device.pairing.onceOpen(device.pairing::guess);
        device.pairing.onceOpen(() -> awaitTold("1 try left"));
        device.pairing.onceOpen(device.pairing::guess);
      });

      assertThat(rig.run("send", "report.pdf")).isEqualTo(4);
      assertThat(rig.err()).filteredOn(line -> line.startsWith("wrong code")).hasSize(3);
      assertThat(rig.err())
          .contains(
              "localstream: code 7 was burnt by three wrong guesses; start again for a new one");
      assertThat(rig.out()).isEmpty();
    }

    private void awaitTold(String left) {
      String told =
          "wrong code: code 7 is not the same here and at " + ScriptedPairing.GUESSER + "; " + left;
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (rig.err().stream().noneMatch(line -> line.endsWith(told))) {
        assertThat(System.nanoTime()).as(() -> told + ": " + rig.err()).isLessThan(end);
        LockSupport.parkNanos(5_000_000);
      }
    }

    @Test
    void waitsNoLongerThanTold() {
      assertThat(rig.run("send", "report.pdf", "--wait", "0")).isEqualTo(3);
      assertThat(rig.err()).last().asString().contains("nobody typed the code in time");
    }

    @Test
    void makesNoCodeForAFileThatIsNotThere() {
      assertThat(rig.run("send", "missing.pdf")).isEqualTo(5);
      assertThat(rig.err()).noneMatch(line -> line.contains("code"));
    }

    @Test
    void findsAKnownDeviceByItsName() {
      with(device -> device.trust.pin("anna"));

      assertThat(rig.run("send", "report.pdf", "--to", "anna")).isZero();
      assertThat(rig.device().commands)
          .first()
          .isEqualTo(new ScriptedDevice.Found("anna", Duration.ofSeconds(10), false));

      assertThat(rig.run("send", "report.pdf", "--to", "ben")).isEqualTo(2);
      assertThat(rig.err()).last().asString().contains("no known device is called ben");
    }
  }

  @Nested
  class Receiving {
    @Test
    void takesTheCodeFromTheEnvironmentAndAsksNothingMore() {
      with(device -> device.offersWhenConnected = Optional.of("report.pdf"));
      rig.environment = Map.of("LOCALSTREAM_CODE", CODE);

      assertThat(rig.run("receive", "--quiet")).isZero();
      assertThat(rig.device().commands)
          .first()
          .isEqualTo(new ScriptedPairing.Sought(7, Duration.ofSeconds(30), false));
      assertThat(rig.device().commands)
          .last()
          .satisfies(command -> {
            ReceiveFiles.Command receive = (ReceiveFiles.Command) command;
            assertThat(receive.approved()).isTrue();
            assertThat(receive.destination().target().value()).isEqualTo(".");
          });
      assertThat(rig.err()).isEmpty();
    }

    @Test
    void takesTheCodeFromTheFirstLineOfAFileOrOfStandardInput() throws Exception {
      with(device -> device.offersWhenConnected = Optional.of("report.pdf"));
      Path file = Files.writeString(folder.resolve("code"), " 7 Emerald pueblo AARDVARK\nmore\n");

      assertThat(rig.run("receive", "there", "--code-file", file.toString())).isZero();
      assertThat(rig.runWithInput(CODE + "\n", "receive", "--code-file", "-")).isZero();
    }

    @Test
    void warnsOfACodeInTheListOfProcesses() {
      // What is said now holds before what was said once.
      rig.environment = Map.of("LOCALSTREAM_CODE", "7-emerald-pueblo-zebra");
      with(device -> device.offersWhenConnected = Optional.of("report.pdf"));

      assertThat(rig.run("receive", "--code", CODE)).isZero();
      assertThat(rig.err())
          .first()
          .asString()
          .startsWith("warning: other users of this machine can read --code");
      assertThat(rig.err()).noneMatch(line -> line.contains("emerald"));
    }

    @Test
    void tellsInItsHelpWhereTheCodeIsTakenFrom() throws Exception {
      rig.run("help", "receive");

      assertThat(String.join(" ", rig.out()))
          .contains(
              "The code is taken from --code-file or --code, else from the variable"
                  + " LOCALSTREAM_CODE, else it is asked for.");
      String document = Files.readString(Path.of("CLI.md"));
      assertThat(document.indexOf("`--code-file`"))
          .isLessThan(document.indexOf("else the variable `LOCALSTREAM_CODE`"));
    }

    @Test
    void prefersTheFileToTheVariable() throws Exception {
      rig.environment = Map.of("LOCALSTREAM_CODE", "7-emerald-pueblo-zebra");
      with(device -> device.offersWhenConnected = Optional.of("report.pdf"));
      Path file = Files.writeString(folder.resolve("code"), CODE);

      assertThat(rig.run("receive", "--code-file", file.toString())).isZero();
    }

    @Test
    void dialsAnAddressWithTheCode() throws Exception {
      with(device -> device.offersWhenConnected = Optional.of("report.pdf"));
      Path file = Files.writeString(folder.resolve("code"), CODE);

      assertThat(rig.run("receive", "--from", "192.168.1.9:7117", "--code-file", file.toString()))
          .isZero();
      assertThat(rig.device().commands)
          .first()
          .satisfies(command -> {
            ConnectToPeer.Command dialled = (ConnectToPeer.Command) command;
            assertThat(dialled.remote()).isEqualTo(Endpoint.of("192.168.1.9", 7117));
            assertThat(dialled.code()).isPresent();
            assertThat(dialled.remember()).isFalse();
          });
    }

    @Test
    void dialsAnAddressWithTheCodeOfTheEnvironment() {
      with(device -> device.offersWhenConnected = Optional.of("report.pdf"));
      rig.environment = Map.of("LOCALSTREAM_CODE", CODE);

      assertThat(rig.run("receive", "--from", "192.168.1.9:7117", "--yes")).isZero();
      assertThat(rig.device().commands)
          .first(InstanceOfAssertFactories.type(ConnectToPeer.Command.class))
          .satisfies(dialled -> assertThat(dialled.code()).isPresent());
    }

    @Test
    void needsAPersonOrACode() {
      assertThat(rig.run("receive")).isEqualTo(2);
      assertThat(rig.err())
          .containsExactly(
              "localstream: nobody is here to type the code; give --code-file FILE or"
                  + " LOCALSTREAM_CODE");
    }

    @ParameterizedTest
    @CsvSource({
      "7-emerald-pueblo-zebra, 4",
      "7 emerald puelbo aardvark, 2",
      "7-emerald-pueblo, 2",
    })
    void neverRepeatsAWrongCode(String wrong, int exitCode) {
      rig.environment = Map.of("LOCALSTREAM_CODE", wrong);

      assertThat(rig.run("receive", "--verbose")).isEqualTo(exitCode);
      assertThat(String.join("\n", rig.err())).doesNotContain("emerald", "zebra", "puelbo");
    }

    @Test
    void suggestsTheWordThatWasMeant() {
      rig.environment = Map.of("LOCALSTREAM_CODE", "7 emerald xueblo aardvark");

      assertThat(rig.run("receive")).isEqualTo(2);
      assertThat(rig.err())
          .containsExactly(
              "localstream: LOCALSTREAM_CODE: no code has such a word; did you mean pueblo?");
    }

    @Test
    void saysWhatIsWrongWithTheCodeFile() throws Exception {
      String empty = Files.writeString(folder.resolve("empty"), "\n").toString();

      assertThat(rig.run("receive", "--code-file", folder.resolve("none").toString())).isEqualTo(5);
      assertThat(rig.err()).last().asString().contains("there is no code file");
      assertThat(rig.run("receive", "--code-file", empty)).isEqualTo(2);
      assertThat(rig.err()).last().asString().contains("is empty; it has to hold the code");
      assertThat(rig.run("receive", "--code-file", "")).isEqualTo(2);
      assertThat(rig.run("receive", "--code-file", folder.toString())).isEqualTo(5);
      assertThat(rig.err()).last().asString().contains("can't be read");
    }

    @Test
    void takesNoCodeForADestination() {
      assertThat(rig.run("receive", CODE)).isEqualTo(2);
      assertThat(rig.err())
          .containsExactly(
              "localstream: DEST looks like a code; leave it out and it is asked for, unseen by"
                  + " other users (see 'help receive')");
      assertThat(rig.run(CODE)).isEqualTo(2);
      assertThat(rig.err())
          .containsExactly(
              "localstream: that looks like a code: pair CODE, or localstream receive (see"
                  + " 'help')");
    }

    @Test
    void findsAKnownDeviceByItsName() {
      with(device -> {
        device.trust.pin("anna");
        device.offersWhenConnected = Optional.of("report.pdf");
      });

      assertThat(rig.run("receive", "--from", "anna", "--yes")).isZero();
      assertThat(rig.device().commands)
          .first()
          .isEqualTo(new ScriptedDevice.Found("anna", Duration.ofSeconds(10), false));
    }
  }

  @Nested
  class InTheShell {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "pair 7-emerald-pueblo-aardvark",
          "pair 7 emerald pueblo aardvark",
          "pair 7 eme pue aar",
          "pair --code 7-emerald-pueblo-aardvark",
          "pair '7 emerald pueblo aardvark'"
        })
    void pairTakesACodeInEveryForm(String line) {
      assertThat(rig.runWithInput(line)).isZero();
      assertThat(rig.device().commands)
          .containsExactly(new ScriptedPairing.Sought(7, Duration.ofSeconds(30), true));
      assertThat(rig.out())
          .containsExactly(
              "connected to anna at 192.168.1.9:7117, fingerprint fedc ba98 7654 3210 ...");
    }

    @Test
    void pairMayBeForOnceOnEitherSide() {
      assertThat(rig.runWithInput("pair 7 eme pue aar --once")).isZero();
      assertThat(rig.device().commands)
          .containsExactly("once", new ScriptedPairing.Sought(7, Duration.ofSeconds(30), false));

      assertThat(rig.runWithInput("add_connection 9000\npair --once")).isZero();
      assertThat(rig.device().commands).endsWith("code on 9000", "once");
    }

    @Test
    void pairMakesACodeOnTheOnlyConnection() {
      assertThat(rig.runWithInput("add_connection 9000\npair")).isZero();
      assertThat(rig.device().commands).last().isEqualTo("code on 9000");
      assertThat(rig.out()).last().isEqualTo("code: " + CODE);
    }

    @Test
    void pairOpensAConnectionWhereThereIsNone() {
      assertThat(rig.runWithInput("pair")).isZero();
      assertThat(rig.device().commands)
          .containsExactly(
              new OpenConnection.Command(Optional.empty(), 7117, new PeerLimit(10), true),
              "code on 7117");
    }

    @Test
    void pairAsksForThePortWhereThereAreSeveral() {
      String two = "add_connection 9000\nadd_connection 9001\n";

      assertThat(rig.runWithInput(two + "pair")).isEqualTo(2);
      assertThat(rig.err())
          .last()
          .asString()
          .contains("several connections are open: say which with --port PORT");
      assertThat(rig.runWithInput(two + "pair --port 9001")).isZero();
      assertThat(rig.device().commands).last().isEqualTo("code on 9001");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "connect 192.168.1.9 8080 --code 7-emerald-pueblo-aardvark",
          "connect 192.168.1.9 8080 --code=7-emerald-pueblo-aardvark",
          "connect --code=7-emerald-pueblo-aardvark 192.168.1.9 8080"
        })
    void connectTakesACode(String line) {
      assertThat(rig.runWithInput(line)).isZero();
      assertThat(rig.device().commands)
          .first()
          .satisfies(command -> {
            ConnectToPeer.Command dialled = (ConnectToPeer.Command) command;
            assertThat(dialled.code()).isPresent();
            assertThat(dialled.remember()).isTrue();
          });
    }

    @Test
    void connectAsksForNoCodeWhereNobodyIsHere() {
      assertThat(rig.runWithInput("connect 192.168.1.9 8080 --code")).isEqualTo(2);
      assertThat(rig.err())
          .containsExactly("localstream: nobody is here to type the code; give --code CODE");
      assertThat(rig.runWithInput("connect --code 192.168.1.9 8080")).isEqualTo(2);
    }

    @Test
    void connectFindsAKnownDevice() {
      with(device -> device.trust.pin("anna"));

      assertThat(rig.runWithInput("connect anna --wait 5s")).isZero();
      assertThat(rig.device().commands)
          .containsExactly(new ScriptedDevice.Found("anna", Duration.ofSeconds(5), true));
    }

    @Test
    void aWrongCodeIsRefused() {
      assertThat(rig.runWithInput("pair 7-emerald-pueblo-zebra")).isEqualTo(4);
      assertThat(rig.err())
          .contains("localstream: the code is not the one that the other device shows");
    }

    @Test
    void aCodeInTheWrongPlaceIsNotRepeated() {
      assertThat(rig.runWithInput("connect 192.168.1.9 8080 " + CODE)).isEqualTo(2);
      assertThat(rig.err())
          .containsExactly("localstream: '(a code)' is one argument too many (see 'help connect')");
    }
  }
}
