package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.StatusReport;
import io.localstream.domain.failure.ExitCode;
import java.time.ZoneId;
import picocli.CommandLine.Command;

@Command(
    name = "status",
    description = "Show this device, its connections, sessions and transfers.",
    customSynopsis = "status",
    footer = {
      "",
      "Connections and sessions are those of this program. Transfers that run in other",
      "programs with the same home are shown, too."
    })
final class Status implements CliCommand {
  private final Surroundings surroundings;

  Status(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() {
    new StatusReport(ZoneId.systemDefault())
        .lines(
            surroundings.device().showStatus().show(),
            surroundings.device().keepTransfers().runningElsewhere())
        .forEach(surroundings.screen()::result);
    return ExitCode.DONE;
  }
}
