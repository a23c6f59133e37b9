package io.localstream.domain.transfer;

/**
 * Another name for one that a destination can't hold. It depends on nothing but the name, so that
 * the same file gets the same name each time, and holds a check value of the name, so that two
 * names do not become one: {@code What is this?.txt} is {@code What is this_~3c1f09a2.txt}.
 */
final class NameMapping {
  /** FNV-1a with 32 bits (RFC 9923, section 5), over the name in UTF-16, high bytes first. */
  private static final int FNV_OFFSET = 0x811c9dc5;

  private static final int FNV_PRIME = 0x01000193;
  private static final int BYTE = 0xff;
  private static final int MAX_ENDING_CHARS = 16;

  private NameMapping() {}

  /** The other name, at most {@code maxBytes} long in UTF-8. */
  static String of(String name, int maxBytes) {
    StringBuilder held = new StringBuilder(name.length());
    name.codePoints()
        .forEach(codePoint -> held.appendCodePoint(isHeld(codePoint) ? codePoint : '_'));
    if (NameRules.isDevice(name)) {
      held.insert(0, '_');
    }
    int dot = held.lastIndexOf(".");
    boolean hasEnding = dot > 0 && held.length() - dot <= MAX_ENDING_CHARS;
    String stem = hasEnding ? held.substring(0, dot) : held.toString();
    String ending = "~" + mark(name) + (hasEnding ? ending(held.substring(dot)) : "");
    return shorten(stem, maxBytes - RelativePath.utf8Length(ending)) + ending;
  }

  private static boolean isHeld(int codePoint) {
    return NameRules.PORTABLE.fault("x" + Character.toString(codePoint) + "x").isEmpty();
  }

  /** An ending that is nothing but a dot, or has a space last, would be dropped. */
  private static String ending(String ending) {
    String kept = ending.stripTrailing();
    return kept.equals(".") ? "" : kept;
  }

  private static String shorten(String stem, int maxBytes) {
    String shortened = stem;
    while (RelativePath.utf8Length(shortened) > maxBytes) {
      shortened = shortened.substring(0, shortened.offsetByCodePoints(shortened.length(), -1));
    }
    return shortened;
  }

  private static String mark(String name) {
    int hash = FNV_OFFSET;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      hash = (hash ^ (c >>> Byte.SIZE)) * FNV_PRIME;
      hash = (hash ^ (c & BYTE)) * FNV_PRIME;
    }
    return String.format("%08x", hash);
  }
}
