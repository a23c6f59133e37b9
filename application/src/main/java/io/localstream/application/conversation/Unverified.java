package io.localstream.application.conversation;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.transfer.EntrySet;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.MissingEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Names entries for a person; where there are very many, as many as anybody reads. */
final class Unverified {
  /** A peer decides how many there are. */
  static final int MAX_NAMED = 1_000;

  private Unverified() {}

  /**
   * What should have been compared with what was sent, and was not.
   *
   * @param why the rest of a line that begins with the path
   */
  static List<MissingEntry> of(Manifest manifest, EntrySet entries, String why) {
    EntrySet content =
        entries.without(EntrySet.of(entries.places().filter(manifest::isFolder).boxed().toList()));
    return named(manifest, content, FailureCode.NOT_VERIFIED, _ -> why + " and was not compared");
  }

  /** One for each entry, by its path in the transfer. */
  static List<MissingEntry> named(
      Manifest manifest, EntrySet entries, FailureCode reason, IntFunction<String> words) {
    List<MissingEntry> named = new ArrayList<>();
    entries
        .places()
        .limit(MAX_NAMED)
        .forEach(entry ->
            named.add(
                new MissingEntry(
                    DisplayText.escape(manifest.path(entry)), reason, words.apply(entry))));
    int more = entries.size() - named.size();
    if (more > 0) {
      named.add(new MissingEntry(manifest.display(), reason, "and " + more + " more: the same"));
    }
    return named;
  }
}
