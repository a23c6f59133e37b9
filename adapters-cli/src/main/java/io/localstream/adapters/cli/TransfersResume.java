package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.TransfersReport;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.transfer.UnfinishedTransfer;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "resume",
    description = "Start one of them again; what was stored is not sent again.",
    customSynopsis = "localstream transfers resume ID",
    footer = {"", "Example: localstream transfers resume 7d0c9d5e"})
@Positional("--transfer")
@Place.Only(value = Place.ONE_SHOT, instead = "leave, and type localstream transfers resume ID")
final class TransfersResume implements CliCommand {
  private final Surroundings surroundings;
  private final CommandTree tree;

  @Option(
      names = "--transfer",
      required = true,
      paramLabel = "TRANSFER",
      description = "the beginning of its identifier, as transfers list shows it")
  private String transfer = "";

  TransfersResume(Surroundings surroundings, CommandTree tree) {
    this.surroundings = surroundings;
    this.tree = tree;
  }

  @Override
  public ExitCode run() throws InterruptedException {
    UnfinishedTransfer found = surroundings.device().keepTransfers().find(transfer);
    List<String> again = TransfersReport.again(found);
    CommandTree.Request request = tree.parse(again);
    surroundings.screen().notice("running " + TransfersReport.commandLine(again));
    return request.command().orElseThrow().run();
  }
}
