package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.RelativePath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Names for a file beside one that has its name: {@code name (1).ext}, {@code name (2).ext}. */
final class FreeName {
  private FreeName() {}

  /**
   * The path with the number in its name, before the ending; the path itself for 0. A name that
   * would become too long loses characters before the number.
   */
  static Path of(Path path, int number) {
    if (number == 0) {
      return path;
    }
    String name = String.valueOf(path.getFileName());
    int dot = name.lastIndexOf('.');
    // A name that begins with its only dot has no ending.
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String ending = " (" + number + ")" + name.substring(stem.length());
    return path.resolveSibling(shorten(stem, ending) + ending);
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
