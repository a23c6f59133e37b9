package io.localstream.adapters.cli.text;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.transfer.Transfer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A note as a person sees it: set off from the program's own lines, and safe to show. */
public final class NoteText {
  private static final String INDENT = "  ";
  private static final String TAB = "    ";

  private NoteText() {}

  /** The lines, after one that says from whom they are. */
  public static List<String> lines(Transfer transfer, byte[] text) {
    String decoded = new String(text, StandardCharsets.UTF_8);
    return Stream.concat(
            Stream.of("note from " + transfer.peerName().display() + ":"),
            decoded.lines().map(line -> INDENT + DisplayText.escape(line.replace("\t", TAB))))
        .toList();
  }
}
