package io.localstream.adapters.cli;

import io.localstream.adapters.cli.Converters.PortConverter;
import io.localstream.adapters.cli.text.WaitTime;
import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.pairing.PairingCode;
import io.localstream.domain.port.Question;
import io.localstream.domain.session.Session;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "connect",
    description = "Connect to a device that listens.",
    customSynopsis = {"connect HOST PORT [--code [CODE]]", "       connect NAME [--wait DURATION]"},
    footer = {"", "Example: connect 192.168.1.1 8080"})
@Positional({"--host", "--port"})
@Place.Only(
    value = Place.SHELL,
    instead = "start localstream, or use 'localstream send FILE --to HOST:PORT'")
final class Connect implements CliCommand {
  private final Surroundings surroundings;
  private final GlobalOptions options;
  private final CodeSource codes;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--host",
      required = true,
      paramLabel = "HOST|NAME",
      description = "a name, an IPv4 or an IPv6 address; or a known device, alone")
  private String host = "";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = PortConverter.class,
      description = "the port that the other device listens on")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--code",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "CODE",
      description = "prove with a code that it is the right device; asked for where not given")
  private Optional<String> code = Optional.empty();

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      description = "how long to look for a known device: 30, 30s, 5m, 1h; 10 s where not given")
  private Optional<Duration> wait = Optional.empty();

  Connect(Surroundings surroundings, GlobalOptions options, CodeSource codes) {
    this.surroundings = surroundings;
    this.options = options;
    this.codes = codes;
  }

  @Override
  public ExitCode run() throws InterruptedException {
    requireSense();
    try (Person.Agreement _ = surroundings.person().agree(this::isAgreed)) {
      Session session = port.isPresent() ? dial(port.get()) : find();
      surroundings.screen().result(ConnectionText.connected(session));
      return ExitCode.DONE;
    }
  }

  private void requireSense() {
    if (port.isEmpty() && (code.isPresent() || Target.ADDRESS.matcher(host).matches())) {
      throw Usage.mistake("PORT is missing", spec);
    }
    if (port.isPresent() && wait.isPresent()) {
      throw Usage.mistake("--wait goes with the name of a known device", spec);
    }
  }

  private Session find() throws InterruptedException {
    return surroundings.device().connectToPeer().connect(host, wait.orElse(WaitTime.TO_FIND), true);
  }

  private Session dial(int at) throws InterruptedException {
    Endpoint remote = endpoint(at);
    if (code.isEmpty()) {
      return connect(remote, Optional.empty());
    }
    String given = code.get();
    try (PairingCode typed =
        given.isEmpty() ? codes.typed("--code CODE") : CodeSource.parse(given, "--code")) {
      return connect(remote, Optional.of(typed));
    }
  }

  private Session connect(Endpoint remote, Optional<PairingCode> typed)
      throws InterruptedException {
    return surroundings
        .device()
        .connectToPeer()
        .connect(new ConnectToPeer.Command(remote, typed, Optional.empty(), true));
  }

  private Endpoint endpoint(int at) {
    try {
      return new Endpoint(Converters.host(host), at);
    } catch (IllegalArgumentException e) {
      throw Usage.mistake("HOST '" + host + "': " + e.getMessage(), spec);
    }
  }

  /** With --yes here, the device that is dialled is trusted; one that dials in meanwhile is not. */
  private boolean isAgreed(Question question) {
    return options.yes()
        && port.isPresent()
        && question instanceof Question.TrustDevice trust
        && trust.remote().endsWith(":" + port.get());
  }
}
