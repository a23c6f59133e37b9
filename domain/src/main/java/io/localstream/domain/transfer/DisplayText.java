package io.localstream.domain.transfer;

/**
 * Makes text that a peer chose safe to show: nothing in the result can move a cursor, change a
 * colour, reorder what is read or hide itself. Escapes look like {@code \u202e}.
 */
public final class DisplayText {
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private DisplayText() {}

  /** Escapes control, format, surrogate, private-use and unassigned characters and line breaks. */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    int previous = -1;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (isHarmless(codePoint, previous)) {
        safe.appendCodePoint(codePoint);
      } else {
        safe.append(String.format(codePoint > 0xFFFF ? "\\u{%x}" : "\\u%04x", codePoint));
      }
      previous = codePoint;
      i += Character.charCount(codePoint);
    }
    return safe.toString();
  }

  private static boolean isHarmless(int codePoint, int previous) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      // A joiner is part of many emoji; anywhere else it only hides.
      case Character.FORMAT ->
          codePoint == ZERO_WIDTH_JOINER && previous >= 0 && isPartOfEmoji(previous);
      default -> true;
    };
  }

  private static boolean isPartOfEmoji(int codePoint) {
    return Character.isExtendedPictographic(codePoint)
        || Character.isEmojiModifier(codePoint)
        || codePoint == 0xFE0F;
  }
}
