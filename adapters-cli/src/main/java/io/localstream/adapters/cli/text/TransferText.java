package io.localstream.adapters.cli.text;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.display.QuotedName;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferState;
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
      case TransferState.Completed completed -> completed(transfer, completed.saved());
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
      case TransferState.Completed completed -> completed(transfer, completed.saved(), pace);
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

  private static String completed(Transfer transfer, List<FileReference> saved, TransferPace pace) {
    long now = transfer.totalBytes() - pace.before();
    return completed(
            transfer, saved, pace.before() == 0 ? "" : "; " + Quantities.size(now) + " of it now")
        + " in "
        + Quantities.time(pace.running())
        + ", "
        + Quantities.rate(now, pace.running());
  }

  private static String completed(Transfer transfer, List<FileReference> saved) {
    return completed(transfer, saved, "");
  }

  /**
   * @param part says how much of it came in this run
   */
  private static String completed(Transfer transfer, List<FileReference> saved, String part) {
    String size = " (" + Quantities.size(transfer.totalBytes()) + part + ")";
    return switch (transfer.direction()) {
      case SENDING -> "sent " + name(transfer) + size + towards(transfer);
      case RECEIVING -> "received " + paths(saved, transfer) + size + towards(transfer);
    };
  }

  /** Something that was left out, while the rest arrived. */
  public static String missing(MissingEntry missing) {
    return "left out: "
        + QuotedName.of(missing.path(), QuotedName.PATH_COLUMNS)
        + " "
        + DisplayText.escape(missing.words());
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
