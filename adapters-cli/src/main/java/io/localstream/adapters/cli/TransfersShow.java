package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.TransfersReport;
import io.localstream.domain.failure.ExitCode;
import java.time.ZoneId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "show",
    description = "Show everything that is kept of one of them.",
    customSynopsis = "transfers show ID",
    footer = {"", "Example: transfers show 7d0c9d5e"})
@Positional("--transfer")
final class TransfersShow implements CliCommand {
  private final Surroundings surroundings;

  @Option(
      names = "--transfer",
      required = true,
      paramLabel = "TRANSFER",
      description = "the beginning of its identifier, as transfers list shows it")
  private String transfer = "";

  TransfersShow(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() {
    new TransfersReport(ZoneId.systemDefault())
        .show(surroundings.device().keepTransfers().find(transfer))
        .forEach(surroundings.screen()::result);
    return ExitCode.DONE;
  }
}
