package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.Quantities;
import io.localstream.application.usecase.KeepTransfers;
import io.localstream.domain.display.QuotedName;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.transfer.UnfinishedTransfer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "discard",
    description = "Forget some of them, and remove what has arrived of them.",
    customSynopsis = {
      "transfers discard ID... [--yes]",
      "       transfers discard --older-than AGE [--yes]",
      "       transfers discard --old [--yes]"
    },
    footer = {"", "Example: transfers discard 7d0c9d5e"})
@Positional("--transfer")
final class TransfersDiscard implements CliCommand {
  private final Surroundings surroundings;
  private final GlobalOptions options;

  @Option(
      names = "--transfer",
      paramLabel = "TRANSFER",
      description = "the beginning of its identifier, as transfers list shows it")
  private List<String> transfers = List.of();

  @Option(
      names = "--older-than",
      paramLabel = "AGE",
      description = "all that broke longer ago than that: 12h, 30d")
  private Optional<Duration> age = Optional.empty();

  @Option(
      names = "--old",
      description = "all that transfers list marks as old; settings partial_age says which")
  private boolean old;

  TransfersDiscard(Surroundings surroundings, GlobalOptions options) {
    this.surroundings = surroundings;
    this.options = options;
  }

  @Override
  public ExitCode run() throws InterruptedException {
    if ((transfers.isEmpty() ? 0 : 1) + (age.isEmpty() ? 0 : 1) + (old ? 1 : 0) != 1) {
      throw Usage.mistake("give ID, --old or --older-than AGE", "help transfers discard");
    }
    KeepTransfers kept = surroundings.device().keepTransfers();
    List<UnfinishedTransfer> chosen = chosen(kept);
    if (chosen.isEmpty()) {
      surroundings.screen().result("nothing is that old");
      return ExitCode.DONE;
    }
    new Confirmation(surroundings, options).require(question(chosen));
    for (UnfinishedTransfer transfer : chosen) {
      kept.discard(transfer.id().toString());
      surroundings
          .screen()
          .result("discarded " + QuotedName.brief(transfer.title(), QuotedName.COLUMNS + 20));
    }
    return ExitCode.DONE;
  }

  private List<UnfinishedTransfer> chosen(KeepTransfers kept) {
    if (!transfers.isEmpty()) {
      return transfers.stream().map(kept::find).distinct().toList();
    }
    Instant before =
        Instant.now()
            .minus(age.orElseGet(() -> surroundings.device().changeSettings().show().partialAge()));
    return kept.unfinished().stream().filter(each -> each.last().isBefore(before)).toList();
  }

  private static String question(List<UnfinishedTransfer> chosen) {
    String what =
        chosen.size() == 1
            ? QuotedName.brief(chosen.getFirst().title(), QuotedName.COLUMNS + 20)
            : Quantities.count(chosen.size(), "unfinished transfer");
    return "discard " + what + ", so that it must be sent from the beginning?";
  }
}
