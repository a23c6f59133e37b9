package io.localstream.adapters.cli.text;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.display.QuotedName;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.NamePolicy;
import io.localstream.domain.transfer.RunningTransfer;
import io.localstream.domain.transfer.Selection;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferTerms;
import io.localstream.domain.transfer.UnfinishedTransfer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answers to {@code transfers list} and {@code transfers show}. */
public final class TransfersReport {
  private static final Pattern PLAIN =
      Pattern.compile("[\\w@%+=:,./~-]+", Pattern.UNICODE_CHARACTER_CLASS);

  private static final int KIB = 1024;

  private final ZoneId zone;

  public TransfersReport(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * One row for each transfer, first what runs.
   *
   * @param old those that broke before that are marked
   */
  public List<String> list(
      List<RunningTransfer> running, List<UnfinishedTransfer> transfers, Instant old) {
    if (running.isEmpty() && transfers.isEmpty()) {
      return List.of("no transfer is unfinished");
    }
    Table table = new Table("TRANSFER", "WHAT", "PEER", "STORED", "BROKE", "NOTE");
    for (RunningTransfer transfer : running) {
      table.row(
          RowText.brief(transfer.id().value()),
          QuotedName.brief(transfer.title(), QuotedName.COLUMNS + 20),
          (transfer.direction() == Transfer.Direction.RECEIVING ? "from " : "to ")
              + transfer.peerName().display(),
          Quantities.percent(transfer.bytes(), transfer.totalBytes())
              + " % of "
              + Quantities.size(transfer.totalBytes()),
          "",
          "running");
    }
    for (UnfinishedTransfer transfer : transfers) {
      table.row(
          RowText.brief(transfer.id().value()),
          QuotedName.brief(transfer.title(), QuotedName.COLUMNS + 20),
          (isReceived(transfer) ? "from " : "to ") + transfer.peerName().display(),
          Quantities.percent(transfer.storedBytes(), transfer.totalBytes())
              + " % of "
              + Quantities.size(transfer.totalBytes()),
          RowText.text(transfer.last(), zone),
          note(transfer, old));
    }
    return table.lines();
  }

  /** Whoever could not say why it broke has not noticed that it did. */
  private static String note(UnfinishedTransfer transfer, Instant old) {
    if (transfer.last().isBefore(old)) {
      return "old";
    }
    return transfer.reason().isEmpty() ? "interrupted: its program was killed" : "interrupted";
  }

  /** Everything that is kept of one. */
  public List<String> show(UnfinishedTransfer transfer) {
    List<String> lines = new ArrayList<>();
    lines.add("transfer " + transfer.id());
    lines.add(
        "  what:              " + QuotedName.brief(transfer.title(), QuotedName.COLUMNS + 20));
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

  /** What starts it again, with the same device and what was asked for then. */
  public static List<String> again(UnfinishedTransfer transfer) {
    List<String> words = new ArrayList<>(List.of(isReceived(transfer) ? "receive" : "send"));
    transfer.places().forEach(place -> words.add(place.value()));
    words.addAll(
        transfer
            .terms()
            .listening()
            .map(TransfersReport::listening)
            .orElseGet(() -> dialling(transfer)));
    switch (transfer.terms()) {
      case TransferTerms.Sending sending -> addTo(words, sending);
      case TransferTerms.Receiving receiving -> addTo(words, receiving);
    }
    return words;
  }

  private static List<String> listening(Endpoint here) {
    return List.of("--port", Integer.toString(here.port()), "--host", here.host().value());
  }

  /** The peer chooses its name, which may look like an address, and others may have the same. */
  private static List<String> dialling(UnfinishedTransfer transfer) {
    return List.of(isReceived(transfer) ? "--from" : "--to", transfer.peer().toString());
  }

  private static void addTo(List<String> words, TransferTerms.Sending terms) {
    Selection selection = terms.selection();
    addTo(words, "--exclude", selection.excludes());
    addTo(words, "--gitignore", selection.gitIgnore());
    addTo(words, "--follow-links", selection.followLinks());
    addTo(words, "--strict", selection.strict());
    addTo(words, "--names=portable", selection.portableNames());
    if (!terms.chunkSize().equals(ChunkSize.DEFAULT)) {
      words.addAll(List.of("--chunk-size", Integer.toString(terms.chunkSize().bytes() / KIB)));
    }
    addTo(words, "--verify", terms.verify());
  }

  private static void addTo(List<String> words, TransferTerms.Receiving terms) {
    words.addAll(List.of("--existing", terms.ifExists().name().toLowerCase(Locale.ROOT)));
    addTo(words, "--only", terms.only());
    addTo(words, "--exclude", terms.excludes());
    if (terms.names().unfit() != NamePolicy.Unfit.SKIP) {
      words.add("--names=" + terms.names().unfit().name().toLowerCase(Locale.ROOT));
    }
    addTo(words, "--hidden", terms.names().takesHidden());
    addTo(words, "--verify", terms.verify());
  }

  private static void addTo(List<String> words, String option, List<String> values) {
    values.forEach(value -> words.add(option + "=" + value));
  }

  private static void addTo(List<String> words, String option, boolean wanted) {
    if (wanted) {
      words.add(option);
    }
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
