package io.localstream.adapters.cli;

import io.localstream.adapters.cli.Converters.PortConverter;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.port.Question;
import io.localstream.domain.session.Session;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "connect",
    description = "Connect to a device that listens.",
    customSynopsis = "connect HOST PORT",
    footer = {"", "Example: connect 192.168.1.1 8080"})
@Positional({"--host", "--port"})
@Place.Only(
    value = Place.SHELL,
    instead = "start localstream, or use 'localstream send FILE --to HOST:PORT'")
final class Connect implements CliCommand {
  private final Surroundings surroundings;
  private final GlobalOptions options;

  @Option(
      names = "--host",
      required = true,
      paramLabel = "HOST",
      description = "a name, an IPv4 or an IPv6 address")
  private Optional<HostAddress> host = Optional.empty();

  @Option(
      names = "--port",
      required = true,
      paramLabel = "PORT",
      converter = PortConverter.class,
      description = "the port that the other device listens on")
  private int port;

  Connect(Surroundings surroundings, GlobalOptions options) {
    this.surroundings = surroundings;
    this.options = options;
  }

  @Override
  public ExitCode run() throws InterruptedException {
    try (Person.Agreement _ = surroundings.person().agree(this::isAgreed)) {
      Session session =
          surroundings.device().connectToPeer().connect(new Endpoint(host.orElseThrow(), port));
      surroundings
          .screen()
          .result(
              "connected to "
                  + session.peer().name().display()
                  + " at "
                  + session.remote()
                  + ", fingerprint "
                  + session.peer().fingerprint().brief()
                  + " ...");
      return ExitCode.DONE;
    }
  }

  /** With --yes here, the device that is dialled is trusted; one that dials in meanwhile is not. */
  private boolean isAgreed(Question question) {
    return options.yes()
        && question instanceof Question.TrustDevice trust
        && trust.remote().endsWith(":" + port);
  }
}
