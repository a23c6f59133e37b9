package io.localstream.application.conversation;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.message.NamesTold;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.transfer.EntrySet;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.NameFault;
import io.localstream.domain.transfer.NameReport;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.TransferId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What became of names at the destination, from the receiver to the sender. For one thread. */
final class NameNews {
  /** In one message, beside the limit of entries. */
  private static final int MAX_CHARS = 8 << 10;

  /** More lines are of no use to anybody. */
  private static final int MAX_LINES = 100;

  private final Manifest manifest;
  private final SortedMap<Integer, NameFault> leftOut = new TreeMap<>();
  private final SortedMap<Integer, String> saved = new TreeMap<>();

  /** Nothing was told yet. */
  NameNews(Manifest manifest) {
    this.manifest = manifest;
  }

  /** The messages, none where every name was as it was offered. */
  static List<NamesTold> messages(TransferId transfer, NameReport report) {
    List<NamesTold> messages = new ArrayList<>();
    SortedMap<Integer, NameFault> leftOut = new TreeMap<>();
    SortedMap<Integer, RelativePath> saved = new TreeMap<>();
    int chars = 0;
    SortedMap<Integer, Boolean> all = new TreeMap<>();
    report.leftOut().keySet().forEach(entry -> all.put(entry, false));
    report.saved().keySet().forEach(entry -> all.put(entry, true));
    for (int entry : all.keySet()) {
      String path = report.saved().get(entry);
      if (path == null) {
        leftOut.put(entry, report.leftOut().get(entry));
      } else {
        saved.put(entry, new RelativePath(path));
        chars += path.length();
      }
      if (leftOut.size() + saved.size() == NamesTold.MAX_ENTRIES || chars >= MAX_CHARS) {
        messages.add(new NamesTold(transfer, leftOut, saved));
        leftOut.clear();
        saved.clear();
        chars = 0;
      }
    }
    if (!leftOut.isEmpty() || !saved.isEmpty()) {
      messages.add(new NamesTold(transfer, leftOut, saved));
    }
    return messages;
  }

  /**
   * Takes a message; whether it can be: each entry is one of the manifest, and told once, and there
   * are no more than a report has.
   */
  boolean hear(NamesTold told) {
    return take(told.leftOut(), leftOut)
        && told.saved().entrySet().stream()
            .allMatch(each ->
                isFree(each.getKey()) && saved.put(each.getKey(), each.getValue().value()) == null)
        && leftOut.size() + saved.size() <= NameReport.MAX_ENTRIES;
  }

  private boolean take(SortedMap<Integer, NameFault> told, SortedMap<Integer, NameFault> into) {
    return told.entrySet().stream()
        .allMatch(
            each -> isFree(each.getKey()) && into.put(each.getKey(), each.getValue()) == null);
  }

  private boolean isFree(int entry) {
    return entry < manifest.size() && !leftOut.containsKey(entry) && !saved.containsKey(entry);
  }

  /** The entries that were left out because of their names. */
  EntrySet places() {
    BitSet places = new BitSet();
    leftOut.keySet().forEach(places::set);
    return EntrySet.of(places);
  }

  /** What the sender's person is told of what was left out. */
  List<MissingEntry> missing(String receiver) {
    return leftOut.entrySet().stream()
        .map(each ->
            new MissingEntry(
                DisplayText.escape(manifest.path(each.getKey())),
                each.getValue().code(),
                "was left out by " + receiver + ": it " + each.getValue().words()))
        .toList();
  }

  /** Tells both sides what became of names where files arrived. */
  static void tell(IncomingTree files, TransferTrack track, PeerLine line) {
    NameReport names = files.names();
    messages(track.current().id(), names).forEach(line::send);
    tell(
        track.current().offer().manifest(),
        names.saved(),
        " in " + DisplayText.escape(files.destination().value()),
        track::warn);
  }

  /** Tells a person on either side which names are others now. */
  static void tell(
      Manifest manifest, Map<Integer, String> saved, String where, Consumer<String> to) {
    saved.entrySet().stream()
        .limit(MAX_LINES)
        .forEach(each ->
            to.accept(
                DisplayText.escape(manifest.path(each.getKey()))
                    + " is saved as "
                    + DisplayText.escape(each.getValue())
                    + where));
    if (saved.size() > MAX_LINES) {
      to.accept((saved.size() - MAX_LINES) + " more files are saved under other names" + where);
    }
  }

  SortedMap<Integer, String> saved() {
    return saved;
  }
}
