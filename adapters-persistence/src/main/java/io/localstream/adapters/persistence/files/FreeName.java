package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.RelativePath;
import java.nio.charset.StandardCharsets;

/** Names for a file beside one that has its name: {@code name (1).ext}, {@code name (2).ext}. */
final class FreeName {
  private FreeName() {}

  /**
   * The name with the number in it, before the ending; the name itself for 0. A name that would
   * become too long loses characters before the number.
   */
  static String of(String name, int number) {
    if (number == 0) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    // A name that begins with its only dot has no ending.
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String ending = " (" + number + ")" + name.substring(stem.length());
    return shorten(stem, ending) + ending;
  }

  /** The name of a folder with the number in it, which has no ending. */
  static String ofFolder(String name, int number) {
    String ending = " (" + number + ")";
    return shorten(name, ending) + ending;
  }

  /** The name for what was there before: {@code name.bak}, {@code name.bak1} and so on. */
  static String backup(String name, int number) {
    String ending = ".bak" + (number == 0 ? "" : number);
    return shorten(name, ending) + ending;
  }

  private static String shorten(String stem, String ending) {
    String shortened = stem;
    while (!shortened.isEmpty()
        && utf8Length(shortened) + utf8Length(ending) > RelativePath.MAX_SEGMENT_BYTES) {
      shortened = shortened.substring(0, shortened.offsetByCodePoints(shortened.length(), -1));
    }
    return shortened;
  }

  private static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
