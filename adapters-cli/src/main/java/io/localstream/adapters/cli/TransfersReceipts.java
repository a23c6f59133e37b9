package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.ReceiptReport;
import io.localstream.domain.failure.ExitCode;
import java.time.ZoneId;
import picocli.CommandLine.Command;

@Command(
    name = "receipts",
    description = "List the receipts of the transfers that succeeded, sent and received.",
    customSynopsis = "transfers receipts")
final class TransfersReceipts implements CliCommand {
  private final Surroundings surroundings;

  TransfersReceipts(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() {
    new ReceiptReport(ZoneId.systemDefault())
        .list(surroundings.device().keepTransfers().receipts())
        .forEach(surroundings.screen()::result);
    return ExitCode.DONE;
  }
}
