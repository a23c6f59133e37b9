package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.application.usecase.OpenConnection;
import io.localstream.application.usecase.SendFiles;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Side;
import io.localstream.domain.session.Session;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Selection;
import io.localstream.domain.transfer.Transfer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** What is done again after a failure, and how long it waits before that. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KeepTryingTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Duration> pauses = new ArrayList<>();
  private final Deque<FailureCode> failures = new ArrayDeque<>();
  private final List<FailingDevice> devices = new ArrayList<>();
  private final Commands commands = commands();
  private int pausesUntilCtrlC;

  /** A device whose transfers and dials fail as often as the test wants. */
  private final class FailingDevice extends ScriptedDevice {
    FailingDevice(Contacts contacts) {
      super(contacts, Duration.ZERO);
    }

    @Override
    public OpenConnection openConnection() {
      return command -> {
        var connection = super.openConnection().open(command);
        join("anna", connection.endpoint().port());
        return connection;
      };
    }

    @Override
    public SendFiles sendFiles() {
      SendFiles usual = super.sendFiles();
      return new SendFiles() {
        @Override
        public void requireReadable(List<FileReference> files, Selection selection) {
          usual.requireReadable(files, selection);
        }

        @Override
        public List<OngoingTransfer> send(Command command) throws InterruptedException {
          FailureCode failure = failures.poll();
          if (failure == null) {
            return usual.send(command);
          }
          commands.add(command);
          // The session goes down with it.
          sessions.removeIf(session -> session.connection().port() != 8080);
          ScriptedTransfer broken =
              new ScriptedTransfer(
                  Samples.transfer("x", FILE_BYTES, Transfer.Direction.SENDING, "anna"),
                  contacts.observer(),
                  Duration.ZERO);
          broken.fail(failure, "the link to anna broke");
          return List.of(broken);
        }
      };
    }
  }

  private Commands commands() {
    Streams streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            false,
            () -> 80,
            () -> {
              throw new IOException("there is no terminal");
            });
    Parts parts = new Parts(streams, Map.of());
    parts.person().agreeToAll();
    DeviceFactory factory =
        (_, contacts) -> {
          devices.add(new FailingDevice(contacts));
          return devices.getLast();
        };
    DeviceSlot slot =
        new DeviceSlot(() -> parts.open(factory, Path.of("home"), new GlobalOptions()));
    return parts.commands(slot, factory, "1.2.3");
  }

  private ExitCode run(CliCommand command, String... arguments) throws InterruptedException {
    CommandLine line = new CommandLine(command);
    Converters.register(line);
    line.parseArgs(arguments);
    return command.run();
  }

  private void pause(Duration pause) throws InterruptedException {
    pauses.add(pause);
    if (pauses.size() == pausesUntilCtrlC) {
      throw new InterruptedException("Ctrl-C");
    }
  }

  private ExitCode send(String... arguments) throws InterruptedException {
    return run(new Send(commands.surroundings(), this::pause), arguments);
  }

  private ExitCode receive(String... arguments) throws InterruptedException {
    return run(
        new Receive(
            commands.surroundings(),
            new GlobalOptions(),
            new CodeSource(
                commands.surroundings().screen(),
                commands.surroundings().person(),
                Map.of(),
                new ByteArrayInputStream(new byte[0])),
            this::pause),
        arguments);
  }

  private List<String> told() {
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private List<Object> done() {
    return devices.getLast().commands;
  }

  private void fail(FailureCode code, int times) {
    for (int i = 0; i < times; i++) {
      failures.add(code);
    }
  }

  @Nested
  class Sending {
    @Test
    void dialsAgainUntilItHasArrived() throws InterruptedException {
      fail(FailureCode.LINK_BROKEN, 2);

      ExitCode exit = send("--file=x", "--to=192.168.1.9:9090", "--keep-trying");

      assertThat(exit).isEqualTo(ExitCode.DONE);
      assertThat(done())
          .filteredOn(ConnectToPeer.Command.class::isInstance)
          .hasSize(3)
          .containsOnly(ConnectToPeer.Command.to(Endpoint.of("192.168.1.9", 9090)));
      assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
      assertThat(told())
          .containsSubsequence(
              "the link to anna broke; trying again in 1.0 s",
              "the link to anna broke; trying again in 2.0 s");
      assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("sent x");
    }

    @Test
    void pausesForHalfAMinuteAtMost() throws InterruptedException {
      fail(FailureCode.PEER_FAILED, 8);

      send("--file=x", "--to=192.168.1.9:9090", "--keep-trying");

      assertThat(pauses)
          .extracting(Duration::toSeconds)
          .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void keepsListeningOnThePortThatItHas() throws InterruptedException {
      fail(FailureCode.CLOSED, 2);

      ExitCode exit = send("--file=x", "--port=8080", "--keep-trying");

      assertThat(exit).isEqualTo(ExitCode.DONE);
      assertThat(done()).filteredOn(OpenConnection.Command.class::isInstance).hasSize(1);
      assertThat(done()).filteredOn(SendFiles.Command.class::isInstance).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "KEY_CHANGED", "FILE_CHANGED", "CANCELLED", "NO_SPACE"})
    void endsWhereTryingAgainCouldNotHelp(FailureCode code) throws InterruptedException {
      fail(code, 1);

      ExitCode exit = send("--file=x", "--to=192.168.1.9:9090", "--keep-trying");

      assertThat(exit).isEqualTo(code.exitCode());
      assertThat(pauses).isEmpty();
      assertThat(told()).last().asString().contains("the link to anna broke");
    }

    @Test
    void endsAtTheFirstFailureWhereNothingElseIsWanted() throws InterruptedException {
      fail(FailureCode.LINK_BROKEN, 1);

      assertThat(send("--file=x", "--to=192.168.1.9:9090")).isEqualTo(ExitCode.NETWORK);
      assertThat(pauses).isEmpty();
    }

    @Test
    void waitsForWhoeverTypedTheCodeWithoutShowingAnother() throws InterruptedException {
      Session paired = Samples.session("anna", Endpoint.of("192.168.1.7", 7117), Side.LISTENING);
      Reunion reunion = Reunion.after(commands.surroundings(), paired);

      assertThat(reunion.meet()).isEqualTo(paired);
      assertThat(reunion.meet()).isEqualTo(paired);
    }
  }

  @Nested
  class Receiving {
    @Test
    void dialsAgainWhereNobodyListensYet() {
      pausesUntilCtrlC = 3;

      assertThatThrownBy(() -> receive("--dest=.", "--from=192.168.1.9:1", "--keep-trying"))
          .isInstanceOf(InterruptedException.class);
      assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L);
      assertThat(done())
          .hasSize(3)
          .containsOnly(ConnectToPeer.Command.to(Endpoint.of("192.168.1.9", 1)));
    }

    @Test
    void failsAtOnceWhereNothingElseIsWanted() {
      assertThatThrownBy(() -> receive("--dest=.", "--from=192.168.1.9:1"))
          .asInstanceOf(type(LocalStreamException.class))
          .extracting(LocalStreamException::code)
          .isEqualTo(FailureCode.UNREACHABLE);
      assertThat(pauses).isEmpty();
    }

    @Test
    void looksForTheCodeAgainUntilItIsShown() {
      pausesUntilCtrlC = 2;

      assertThatThrownBy(() ->
              receive("--dest=.", "--code=8-emerald-pueblo-aardvark", "--wait=1s", "--keep-trying"))
          .isInstanceOf(InterruptedException.class);
      assertThat(done())
          .containsExactly(
              new ScriptedPairing.Sought(8, Duration.ofSeconds(1), false),
              new ScriptedPairing.Sought(8, Duration.ofSeconds(1), false));
    }

    @Test
    void meetsWhoeverShowedTheCodeAgainWithoutIt() throws InterruptedException {
      Endpoint remote = Endpoint.of("192.168.1.9", 7117);
      Session paired = Samples.session("anna", remote, Side.DIALLED);

      Session again = Reunion.after(commands.surroundings(), paired).meet();

      assertThat(again.peer()).isEqualTo(paired.peer());
      assertThat(done())
          .containsExactly(
              new ConnectToPeer.Command(
                  remote, Optional.empty(), Optional.of(paired.peer().id()), false));
    }
  }
}
