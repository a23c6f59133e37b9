package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.PossibleConnectionsReport;
import io.localstream.domain.failure.ExitCode;
import picocli.CommandLine.Command;

@Command(
    name = "possible_connections",
    description = "Show where this device can be reached, and which neighbours the system knows.",
    customSynopsis = "possible_connections")
final class PossibleConnections implements CliCommand {
  private final Surroundings surroundings;

  PossibleConnections(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() {
    PossibleConnectionsReport.lines(surroundings.device().listPossibleConnections().list())
        .forEach(surroundings.screen()::result);
    return ExitCode.DONE;
  }
}
