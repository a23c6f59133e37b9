package io.localstream.adapters.cli;

import io.localstream.adapters.cli.Converters.PortConverter;
import io.localstream.domain.failure.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "del_connection",
    description = "Close a connection and its sessions, and forget it.",
    customSynopsis = "del_connection PORT",
    footer = {"", "Example: del_connection 8080"})
@Positional("--port")
@Place.Only(value = Place.SHELL, instead = "type it there, or press Ctrl-C in what is running")
final class DelConnection implements CliCommand {
  private final Surroundings surroundings;

  @Option(
      names = "--port",
      required = true,
      paramLabel = "PORT",
      converter = PortConverter.class,
      description = "the port of the connection")
  private int port;

  DelConnection(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() {
    surroundings.device().closeConnection().close(port);
    surroundings.screen().result("closed port " + port);
    return ExitCode.DONE;
  }
}
