package io.localstream.adapters.cli.text;

import io.localstream.domain.display.QuotedName;
import io.localstream.domain.transfer.Cautions;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.Transfer;
import java.util.ArrayList;
import java.util.List;

/** What a person should see of an offer before saying yes. */
public final class CautionText {
  private static final int MAX_LINES = 20;

  private CautionText() {}

  /**
   * Every hidden name that would come into a folder that exists, on a line of its own.
   *
   * @param all whether a long list is told to its end
   */
  public static List<String> hidden(Transfer offer, Cautions cautions, boolean all) {
    Manifest manifest = offer.offer().manifest();
    int count = cautions.hidden().cardinality();
    List<String> lines = new ArrayList<>();
    if (count == 0) {
      return lines;
    }
    lines.add(
        "  Warning: hidden names for folders that exist here already"
            + (count == 1 ? ":" : " (" + count + "):"));
    cautions.hidden().stream()
        .limit(all ? count : MAX_LINES)
        .forEach(entry ->
            lines.add(
                "    "
                    + QuotedName.of(manifest.path(entry), QuotedName.PATH_COLUMNS)
                    + (manifest.isFolder(entry) ? "/" : "")));
    if (!all && count > MAX_LINES) {
      lines.add("    and " + (count - MAX_LINES) + " more");
    }
    return lines;
  }

  /** How many files can be run as programs; nothing where there are none. */
  static List<String> executables(Cautions cautions) {
    int count = cautions.executables();
    return count == 0
        ? List.of()
        : List.of("  " + count + (count == 1 ? " is executable" : " are executable"));
  }
}
