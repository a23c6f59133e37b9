package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.StatusReport;
import io.localstream.domain.failure.ExitCode;
import java.time.ZoneId;
import picocli.CommandLine.Command;

@Command(
    name = "status",
    description = "Show this device, its connections, sessions and transfers.",
    customSynopsis = "status",
    footer = {"", "What another program has open, beside this one, is not shown."})
final class Status implements CliCommand {
  private final Surroundings surroundings;

  Status(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() {
    new StatusReport(ZoneId.systemDefault())
        .lines(surroundings.device().showStatus().show())
        .forEach(surroundings.screen()::result);
    return ExitCode.DONE;
  }
}
