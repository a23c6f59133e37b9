package io.localstream.adapters.cli.text;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.display.QuotedName;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferState;
import io.localstream.domain.transfer.TransferTally;
import java.util.List;
import java.util.stream.Collectors;

/** Lines about transfers. */
public final class TransferText {
  private static final int MAX_PATHS = 3;

  private TransferText() {}

  /** For example {@code report.pdf}, safe to show. */
  static String title(Transfer transfer) {
    return DisplayText.escape(transfer.offer().manifest().display());
  }

  /** For example {@code report.pdf (12.3 MB)}. */
  public static String what(Transfer transfer) {
    return name(transfer) + " (" + Quantities.size(transfer.totalBytes()) + ")";
  }

  private static String name(Transfer transfer) {
    return transfer.offer().note() ? "a note" : title(transfer);
  }

  static String towards(Transfer transfer) {
    return switch (transfer.direction()) {
      case SENDING -> " to " + transfer.peerName().display();
      case RECEIVING -> " from " + transfer.peerName().display();
    };
  }

  /** An offer that nobody has answered, and how to answer it. */
  public static String offer(Transfer transfer) {
    return transfer.peerName().display()
        + " offers "
        + what(transfer)
        + (transfer.offer().note()
            ? ": yes to read it, no to decline"
            : ": yes to save it here, receive_file PATH to save it elsewhere, no to decline");
  }

  /** One that broke, and nobody had to start again. */
  static String resumed(Transfer transfer) {
    return switch (transfer.state()) {
      case TransferState.Completed completed -> completed(transfer, completed, "", "");
      case TransferState.Failed failed -> failure(transfer, failed);
      case TransferState.Offered _, TransferState.Running _ ->
          "going on with " + what(transfer) + towards(transfer);
    };
  }

  /**
   * How a transfer ended, or how it stands.
   *
   * @param pace how the content flowed
   */
  public static String result(Transfer transfer, TransferPace pace) {
    return switch (transfer.state()) {
      case TransferState.Completed completed -> completed(transfer, completed, pace);
      case TransferState.Failed failed -> failure(transfer, failed);
      case TransferState.Offered _ ->
          "offered " + what(transfer) + towards(transfer) + ", not answered yet";
      case TransferState.Running now ->
          what(transfer)
              + towards(transfer)
              + " is at "
              + Quantities.percent(now.bytes(), transfer.totalBytes())
              + " %";
    };
  }

  private static String completed(
      Transfer transfer, TransferState.Completed completed, TransferPace pace) {
    long saved = completed.tally().saved().bytes();
    long now = Math.min(saved, transfer.totalBytes() - pace.before());
    return completed(
        transfer,
        completed,
        now == saved ? "" : "; " + Quantities.size(now) + " of it now",
        " in " + Quantities.time(pace.running()) + ", " + Quantities.rate(now, pace.running()));
  }

  /**
   * @param part how much of it came in this run, if not all
   * @param speed how long it took, and how fast it was
   */
  private static String completed(
      Transfer transfer, TransferState.Completed completed, String part, String speed) {
    TransferTally tally = completed.tally();
    String rest = TallyText.rest(transfer, tally, what(transfer));
    if (TallyText.isNothingNew(tally)) {
      return "nothing new"
          + (isSent(transfer) ? " for " : " from ")
          + transfer.peerName().display()
          + ": "
          + rest;
    }
    return (isSent(transfer) ? sent(transfer, tally, part) : received(transfer, completed, part))
        + towards(transfer)
        + speed
        + (rest.isEmpty() ? "" : "; " + rest);
  }

  private static boolean isSent(Transfer transfer) {
    return transfer.direction() == Transfer.Direction.SENDING;
  }

  private static String sent(Transfer transfer, TransferTally tally, String part) {
    return TallyText.isWhole(tally)
        ? "sent " + name(transfer) + " (" + Quantities.size(transfer.totalBytes()) + part + ")"
        : "sent " + TallyText.amount(tally.saved()) + " of " + title(transfer);
  }

  private static String received(
      Transfer transfer, TransferState.Completed completed, String part) {
    TransferTally tally = completed.tally();
    return "received "
        + paths(completed.saved(), transfer)
        + " ("
        + (TallyText.isWhole(tally) ? "" : TallyText.count(tally.saved()) + ", ")
        + Quantities.size(tally.saved().bytes())
        + part
        + ")";
  }

  /** Something that was left out, while the rest arrived; or that was not verified. */
  public static String missing(MissingEntry missing) {
    return (missing.reason() == FailureCode.NOT_VERIFIED ? "not verified: " : "left out: ")
        + QuotedName.of(missing.path(), QuotedName.PATH_COLUMNS)
        + " "
        + DisplayText.escape(missing.words());
  }

  /** That a file grew while it was sent. */
  public static String grown(MissingEntry grown) {
    return "warning: "
        + QuotedName.of(grown.path(), QuotedName.PATH_COLUMNS)
        + " "
        + DisplayText.escape(grown.words());
  }

  private static String paths(List<FileReference> saved, Transfer transfer) {
    if (saved.isEmpty()) {
      return title(transfer);
    }
    String first =
        saved.stream()
            .limit(MAX_PATHS)
            .map(file -> QuotedName.of(file.value(), QuotedName.PATH_COLUMNS))
            .collect(Collectors.joining(", "));
    return saved.size() <= MAX_PATHS
        ? first
        : first + " and " + (saved.size() - MAX_PATHS) + " more";
  }

  private static String failure(Transfer transfer, TransferState.Failed failed) {
    String verb =
        switch (transfer.direction()) {
          case SENDING -> "could not send ";
          case RECEIVING -> "could not receive ";
        };
    return verb + title(transfer) + towards(transfer) + ": " + DisplayText.escape(failed.message());
  }
}
