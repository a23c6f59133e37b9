package io.localstream.domain.display;

import java.util.regex.Pattern;

/**
 * A name that a peer chose, for a sentence of ours: it can't be taken for a part of the sentence,
 * and can't push the rest of it out of sight. A plain word stands as it is. Anything with a blank
 * or a bracket stands in quotation marks, a run of blanks as their number, and a long name is cut
 * in its middle. It is safe to show as {@link DisplayText#escape} makes it.
 */
public final class QuotedName {
  /** A name in a sentence has at most so many columns. */
  public static final int COLUMNS = 60;

  /** A path that has to be recognised has at most so many. */
  public static final int PATH_COLUMNS = 160;

  private static final Pattern RUN_OF_BLANKS = Pattern.compile("[\\s\\p{Z}]{2,}");
  private static final Pattern DECEPTIVE =
      Pattern.compile("[\\s\\p{Z}\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\"'`;|<>]|[,:!?]$|^$");

  private static final String CUT = "...";

  private QuotedName() {}

  public static String of(String name) {
    return of(name, COLUMNS);
  }

  /**
   * As {@link #of(String)}.
   *
   * @param columns how wide it may be, about; a mark for what was cut included
   */
  public static String of(String name, int columns) {
    String shown = brief(name, columns);
    return DECEPTIVE.matcher(shown).find() ? '"' + shown.replace("\"", "\\\"") + '"' : shown;
  }

  /** As {@link #of(String, int)}, but never quoted: for a cell of a table. */
  public static String brief(String name, int columns) {
    String safe = DisplayText.escape(name);
    String shown =
        RUN_OF_BLANKS
            .matcher(safe)
            .replaceAll(
                run -> "{" + run.group().codePointCount(0, run.group().length()) + " blanks}");
    return cut(shown, columns);
  }

  private static String cut(String text, int columns) {
    int[] codePoints = text.codePoints().toArray();
    int width = 0;
    for (int codePoint : codePoints) {
      width += columns(codePoint);
    }
    if (width <= columns) {
      return text;
    }
    // More of the beginning than of the end, which often tells the kind of a file.
    int end = (columns - CUT.length()) / 3;
    int start = columns - CUT.length() - end;
    int first = 0;
    for (int used = columns(codePoints[0]); used <= start; used += columns(codePoints[first])) {
      first++;
    }
    int last = codePoints.length;
    for (int used = columns(codePoints[last - 1]);
        used <= end;
        used += columns(codePoints[last - 1])) {
      last--;
    }
    return new String(codePoints, 0, first)
        + CUT
        + new String(codePoints, last, codePoints.length - last);
  }

  /** About: everything from the Hangul letters on may be a wide character. */
  private static int columns(int codePoint) {
    return codePoint >= 0x1100 ? 2 : 1;
  }
}
