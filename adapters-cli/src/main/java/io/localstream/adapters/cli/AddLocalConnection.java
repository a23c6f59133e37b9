package io.localstream.adapters.cli;

import io.localstream.adapters.cli.Converters.PortConverter;
import io.localstream.application.usecase.OpenConnection;
import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.network.HostAddress;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "add_local_connection",
    description = "Listen for peers on one address of this machine.",
    customSynopsis = "add_local_connection HOST PORT MAX_CONNECTIONS",
    footer = {"", "Example: add_local_connection 192.168.1.1 8080 10"})
@Positional({"--host", "--port", "--max-connections"})
@Place.Only(
    value = Place.SHELL,
    instead = "start localstream, or use 'localstream receive DEST --port PORT --host HOST'")
final class AddLocalConnection implements CliCommand {
  private final Surroundings surroundings;

  @Option(
      names = "--host",
      required = true,
      paramLabel = "HOST",
      description = "an address of this machine, such as 192.168.1.1 or ::1")
  private Optional<HostAddress> host = Optional.empty();

  @Option(
      names = "--port",
      required = true,
      paramLabel = "PORT",
      converter = PortConverter.class,
      description = "the port to listen on")
  private int port;

  @Option(
      names = "--max-connections",
      required = true,
      paramLabel = "MAX_CONNECTIONS",
      description = "how many peers at the same time")
  private PeerLimit limit = new PeerLimit(1);

  AddLocalConnection(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() throws InterruptedException {
    return AddConnection.open(surroundings, new OpenConnection.Command(host, port, limit, true));
  }
}
