package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.ReceiptReport;
import io.localstream.adapters.cli.text.TransfersReport;
import io.localstream.application.usecase.KeepTransfers;
import io.localstream.domain.failure.ExitCode;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "show",
    description = "Show everything that is kept of one of them, or its receipt.",
    customSynopsis = "transfers show ID [--receipt]",
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

  @Option(
      names = "--receipt",
      description = "one that succeeded: what the receiver has signed; the signature is checked")
  private boolean receipt;

  TransfersShow(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() {
    KeepTransfers kept = surroundings.device().keepTransfers();
    List<String> lines =
        receipt
            ? new ReceiptReport(ZoneId.systemDefault()).show(kept.receipt(transfer))
            : new TransfersReport(ZoneId.systemDefault()).show(kept.find(transfer));
    lines.forEach(surroundings.screen()::result);
    return ExitCode.DONE;
  }
}
