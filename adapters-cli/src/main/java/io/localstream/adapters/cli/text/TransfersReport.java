package io.localstream.adapters.cli.text;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.UnfinishedTransfer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answers to {@code transfers list} and {@code transfers show}. */
public final class TransfersReport {
  private static final Pattern PLAIN =
      Pattern.compile("[\\w@%+=:,./~-]+", Pattern.UNICODE_CHARACTER_CLASS);

  private final ZoneId zone;

  public TransfersReport(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * One row for each transfer.
   *
   * @param old those that broke before that are marked
   */
  public List<String> list(List<UnfinishedTransfer> transfers, Instant old) {
    if (transfers.isEmpty()) {
      return List.of("no transfer is unfinished");
    }
    Table table = new Table("TRANSFER", "WHAT", "PEER", "STORED", "BROKE", "NOTE");
    for (UnfinishedTransfer transfer : transfers) {
      table.row(
          RowText.brief(transfer.id().value()),
          DisplayText.escape(transfer.title()),
          (isReceived(transfer) ? "from " : "to ") + transfer.peerName().display(),
          Quantities.percent(transfer.storedBytes(), transfer.totalBytes())
              + " % of "
              + Quantities.size(transfer.totalBytes()),
          RowText.text(transfer.last(), zone),
          transfer.last().isBefore(old) ? "old" : "");
    }
    return table.lines();
  }

  /** Everything that is kept of one. */
  public List<String> show(UnfinishedTransfer transfer) {
    List<String> lines = new ArrayList<>();
    lines.add("transfer " + transfer.id());
    lines.add("  what:              " + DisplayText.escape(transfer.title()));
    lines.add(
        (isReceived(transfer) ? "  from:              " : "  to:                ")
            + transfer.peerName().display()
            + ", id "
            + transfer.peer());
    lines.add("  files:             " + transfer.files());
    lines.add(
        "  stored:            "
            + Quantities.size(transfer.storedBytes())
            + " of "
            + Quantities.size(transfer.totalBytes()));
    lines.add("  since:             " + RowText.text(transfer.since(), zone));
    lines.add("  broke:             " + RowText.text(transfer.last(), zone));
    transfer.reason().ifPresent(reason -> lines.add("  reason:            " + reason));
    transfer.places().forEach(place -> lines.add("  place:             " + place));
    transfer.remains().ifPresent(folder -> lines.add("  what has arrived:  " + folder));
    lines.add("  again:             " + commandLine(again(transfer)));
    return lines;
  }

  /** What starts it again: the words that are kept, or the same with the same device. */
  public static List<String> again(UnfinishedTransfer transfer) {
    if (!transfer.again().isEmpty()) {
      return transfer.again();
    }
    List<String> words = new ArrayList<>(List.of(isReceived(transfer) ? "receive" : "send"));
    transfer.places().forEach(place -> words.add(place.value()));
    words.addAll(List.of(isReceived(transfer) ? "--from" : "--to", transfer.peerName().value()));
    return words;
  }

  /** A command line as it can be typed again, safe to show. */
  public static String commandLine(List<String> words) {
    return Stream.concat(Stream.of("localstream"), words.stream())
        .map(word -> PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'")
        .map(DisplayText::escape)
        .collect(Collectors.joining(" "));
  }

  private static boolean isReceived(UnfinishedTransfer transfer) {
    return transfer.direction() == Transfer.Direction.RECEIVING;
  }
}
