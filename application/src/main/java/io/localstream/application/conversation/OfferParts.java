package io.localstream.application.conversation;

import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.Offer;
import java.util.ArrayList;
import java.util.List;

/** Cuts an offer into messages, none of which is too long. */
final class OfferParts {
  /** Of one message, so that it stays well below its limit whatever the names are. */
  private static final int MAX_ENTRIES = 512;

  private static final int MAX_PATH_CHARS = 128 << 10;

  private OfferParts() {}

  /** The messages, in order. */
  static List<ControlMessage> of(Offer offer) {
    List<ManifestEntry> entries = offer.manifest().entries();
    List<ControlMessage> parts = new ArrayList<>();
    parts.add(
        new ControlMessage.Offer(
            offer.id(),
            offer.attempt(),
            entries.size(),
            offer.chunkSize(),
            offer.lanes(),
            offer.verify(),
            offer.note()));
    int start = 0;
    int chars = 0;
    for (int end = 0; end < entries.size(); end++) {
      int length = chars(entries.get(end));
      if (end > start && (end - start >= MAX_ENTRIES || chars + length > MAX_PATH_CHARS)) {
        parts.add(new ControlMessage.Entries(offer.id(), entries.subList(start, end)));
        start = end;
        chars = 0;
      }
      chars += length;
    }
    parts.add(new ControlMessage.Entries(offer.id(), entries.subList(start, entries.size())));
    return parts;
  }

  /** How many characters an entry has that nobody but its owner chose. */
  static int chars(ManifestEntry entry) {
    int path = entry.path().value().length();
    return switch (entry) {
      case ManifestEntry.File _, ManifestEntry.Folder _ -> path;
      case ManifestEntry.Link link -> path + link.target().value().length();
    };
  }
}
