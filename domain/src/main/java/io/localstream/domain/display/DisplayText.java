package io.localstream.domain.display;

/**
 * Makes text that a peer chose safe to show: nothing in the result can move a cursor, change a
 * colour, reorder what is read, hide itself or cover what stands around it. Escapes look like
 * {@code \u202e}.
 */
public final class DisplayText {
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int EMOJI_STYLE = 0xFE0F;
  private static final int NOTHING = -1;

  /** More marks on one letter than any language has, which reach into the lines around it. */
  private static final int MAX_MARKS = 4;

  /** Letters, marks and a symbol without a shape: Hangul fillers, Khmer vowels, empty Braille. */
  private static final String BLANK =
      "\u115f\u1160\u3164\uffa0\u17b4\u17b5\u034f\u2800\u180b\u180c\u180d\u180f";

  private DisplayText() {}

  /** Escapes control, format, surrogate, private-use and unassigned characters and line breaks. */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    int previous = NOTHING;
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      int next = i < text.length() ? text.codePointAt(i) : NOTHING;
      marks = isMark(codePoint) ? marks + 1 : 0;
      if (marks <= MAX_MARKS && isHarmless(codePoint, previous, next)) {
        safe.appendCodePoint(codePoint);
      } else {
        safe.append(String.format(codePoint > 0xFFFF ? "\\u{%x}" : "\\u%04x", codePoint));
      }
      previous = codePoint;
    }
    return safe.toString();
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isHarmless(int codePoint, int previous, int next) {
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
          codePoint == ZERO_WIDTH_JOINER
              && endsEmoji(previous)
              && Character.isExtendedPictographic(next);
      default -> BLANK.indexOf(codePoint) < 0;
    };
  }

  private static boolean endsEmoji(int codePoint) {
    return codePoint == EMOJI_STYLE
        || Character.isExtendedPictographic(codePoint)
        || Character.isEmojiModifier(codePoint);
  }
}
