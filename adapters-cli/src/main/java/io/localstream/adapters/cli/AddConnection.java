package io.localstream.adapters.cli;

import io.localstream.adapters.cli.Converters.PortConverter;
import io.localstream.application.usecase.OpenConnection;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.failure.ExitCode;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "add_connection",
    description = "Listen for peers on this device's addresses on the local network.",
    customSynopsis = "add_connection PORT [MAX_CONNECTIONS=1]",
    footer = {"", "Example: add_connection 8080 10"})
@Positional({"--port", "--max-connections"})
@Place.Only(
    value = Place.SHELL,
    instead = "start localstream, or use 'localstream receive DEST --port PORT'")
final class AddConnection implements CliCommand {
  private final Surroundings surroundings;

  @Option(
      names = "--port",
      required = true,
      paramLabel = "PORT",
      converter = PortConverter.class,
      description = "the port to listen on")
  private int port;

  @Option(
      names = "--max-connections",
      paramLabel = "MAX_CONNECTIONS",
      description = "how many peers at the same time; 1 where not given")
  private PeerLimit limit = new PeerLimit(1);

  AddConnection(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() throws InterruptedException {
    return open(surroundings, new OpenConnection.Command(Optional.empty(), port, limit, true));
  }

  static ExitCode open(Surroundings surroundings, OpenConnection.Command command)
      throws InterruptedException {
    Connection connection = surroundings.device().openConnection().open(command);
    ConnectionText text = new ConnectionText(surroundings.device());
    surroundings.screen().result(text.listening(connection));
    surroundings
        .screen()
        .result(
            "the other side types: "
                + text.reachable(
                    connection, place -> "connect " + place.host() + " " + place.port()));
    return ExitCode.DONE;
  }
}
