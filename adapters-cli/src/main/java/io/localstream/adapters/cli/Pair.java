package io.localstream.adapters.cli;

import io.localstream.adapters.cli.Converters.PortConverter;
import io.localstream.adapters.cli.text.Failure;
import io.localstream.application.usecase.PairDevices;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Side;
import io.localstream.domain.pairing.PairingCode;
import io.localstream.domain.session.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "pair",
    description = "Make two devices known to each other by a code that is read out.",
    customSynopsis = {
      "pair [--port PORT] [--once]                 shows a code",
      "       pair CODE [--wait DURATION] [--once]        connects to the device that shows it"
    },
    footer = {"", "Example: pair 7 emerald pueblo aardvark"})
@Positional("--code")
@Place.Only(
    value = Place.SHELL,
    instead = "use 'localstream send FILE' here and 'localstream receive' there")
final class Pair implements CliCommand {
  private static final PeerLimit LIMIT = new PeerLimit(10);

  private final Surroundings surroundings;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--code",
      paramLabel = "CODE",
      description = "the code that the other device shows; words may be shortened to three letters")
  private List<String> code = List.of();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = PortConverter.class,
      description = "the port of an open connection on which the other device comes in")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      description = "how long to look for the other device: 30, 30s, 5m, 1h; 30 s where not given")
  private Optional<Duration> wait = Optional.empty();

  @Mixin private final OnceOption once = new OnceOption();

  Pair(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() throws InterruptedException {
    if (!code.isEmpty() && port.isPresent()) {
      throw Usage.mistake("--port is for making a code, without CODE", spec);
    }
    if (code.isEmpty() && wait.isPresent()) {
      throw Usage.mistake("--wait goes with CODE", spec);
    }
    return code.isEmpty() ? show() : find();
  }

  private ExitCode find() throws InterruptedException {
    try (PairingCode typed = CodeSource.parse(String.join(" ", code), "CODE")) {
      PairDevices pairing = surroundings.device().pairDevices();
      Duration longest = wait.orElse(Duration.ofSeconds(30));
      Session session =
          once.isWanted() ? pairing.pairOnce(typed, longest) : pairing.pair(typed, longest, true);
      surroundings.screen().result(ConnectionText.connected(session));
    }
    return ExitCode.DONE;
  }

  private ExitCode show() throws InterruptedException {
    int at = port.isPresent() ? port.get() : listeningPort();
    PairDevices.OpenCode open = surroundings.device().pairDevices().open(at);
    if (once.isWanted()) {
      open.pinNothing();
    }
    surroundings.screen().result("code: " + open.code().spoken());
    surroundings
        .screen()
        .notice(
            "on the other device type: pair CODE (it works for "
                + SendByCode.lifetime()
                + ", once)");
    Thread.ofPlatform().daemon().name("open code").start(() -> watch(open));
    return ExitCode.DONE;
  }

  private int listeningPort() throws InterruptedException {
    List<Connection> listening =
        surroundings.device().showStatus().show().connections().stream()
            .filter(connection -> connection.side() == Side.LISTENING)
            .toList();
    if (listening.size() > 1) {
      throw Usage.mistake("several connections are open: say which with --port PORT", spec);
    }
    if (!listening.isEmpty()) {
      return listening.getFirst().endpoint().port();
    }
    Connection opened = new CodeDoor(surroundings.device().openConnection()).open(LIMIT, true);
    surroundings.screen().notice(new ConnectionText(surroundings.device()).listening(opened));
    return opened.endpoint().port();
  }

  /** That it was used is told as an event; that it never was, only here. */
  private void watch(PairDevices.OpenCode open) {
    try {
      open.await(PairingCode.LIFETIME.multipliedBy(2));
    } catch (LocalStreamException e) {
      if (!surroundings.slot().isClosing()) {
        surroundings.screen().important(Failure.of(e).line());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
