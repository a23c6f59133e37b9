package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.TransfersReport;
import io.localstream.domain.failure.ExitCode;
import java.time.Instant;
import java.time.ZoneId;
import picocli.CommandLine.Command;

@Command(
    name = "list",
    description = "Show what runs, and all transfers that broke and can be resumed.",
    customSynopsis = "transfers list",
    footer = {"", "Example: transfers list"})
final class TransfersList implements CliCommand {
  private final Surroundings surroundings;

  TransfersList(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() {
    new TransfersReport(ZoneId.systemDefault())
        .list(
            surroundings.device().keepTransfers().running(),
            surroundings.device().keepTransfers().unfinished(),
            Instant.now().minus(surroundings.device().changeSettings().show().partialAge()))
        .forEach(surroundings.screen()::result);
    return ExitCode.DONE;
  }
}
