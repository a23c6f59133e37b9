package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
    name = "transfers",
    description = "Show, resume and discard the transfers that broke; show receipts.",
    customSynopsis = "transfers [list|show|receipts|resume|discard] [ARGUMENTS]",
    footer = {
      "",
      "A transfer is named by the first four or more digits of its identifier.",
      "",
      "Example: transfers discard --older-than 30d"
    })
final class Transfers implements CommandGroup {
  private final Surroundings surroundings;
  private final GlobalOptions options;
  private final CommandTree tree;

  /**
   * @param tree finds the command that starts a transfer again
   */
  Transfers(Surroundings surroundings, GlobalOptions options, CommandTree tree) {
    this.surroundings = surroundings;
    this.options = options;
    this.tree = tree;
  }

  @Override
  public List<CliCommand> actions() {
    return List.of(
        new TransfersList(surroundings),
        new TransfersShow(surroundings),
        new TransfersReceipts(surroundings),
        new TransfersResume(surroundings, tree),
        new TransfersDiscard(surroundings, options));
  }

  @Override
  public ExitCode run() {
    return new TransfersList(surroundings).run();
  }
}
