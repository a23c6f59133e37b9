package io.localstream.domain.transfer;

import io.localstream.domain.display.QuotedName;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The path of a file inside a transfer: 1 to 64 segments joined by {@code /}, each 1 to 255 bytes
 * of UTF-8. It can't name anything outside the folder that it is resolved in: no {@code .} or
 * {@code ..}, no absolute path, no control character, no unpaired surrogate. Nor can it name what a
 * device keeps beside the files that arrive: no {@code .localstream-part} or {@code
 * .localstream-bench} at the end of a segment, in whatever form. What else a file system can't
 * hold, or takes for something else (a drive, a stream, a device), is judged by its {@link
 * NameRules} before the path is resolved there.
 */
public final class RelativePath {
  public static final int MAX_SEGMENTS = 64;
  public static final int MAX_SEGMENT_BYTES = 255;
  private static final int MAX_CHARS = MAX_SEGMENTS * (MAX_SEGMENT_BYTES + 1);
  private static final char LAST_ASCII = 0x7f;

  private static final Pattern IGNORED = Pattern.compile("\\p{Cf}");

  /** Of the folders in which transfers arrive, and of files for measuring. */
  private static final List<String> OWN_ENDINGS =
      List.of(".localstream-part", ".localstream-bench");

  private static final int LONGEST_OWN_CHARS = 18;

  private final String value;

  /**
   * A path that comes from outside.
   *
   * @throws IllegalArgumentException it can't be one, for this reason
   */
  public RelativePath(String value) {
    this(value, true);
  }

  /** No record, because this is not for others: not to be checked again is what it is there for. */
  private RelativePath(String value, boolean check) {
    if (check) {
      requireValid(value);
    }
    this.value = value;
  }

  /** One that was a path before. */
  static RelativePath known(String value) {
    return new RelativePath(value, false);
  }

  public String value() {
    return value;
  }

  /**
   * Makes sure that it could be a path.
   *
   * @throws IllegalArgumentException it can't, for this reason
   */
  static void requireValid(String value) {
    if (value.length() > MAX_CHARS) {
      throw new IllegalArgumentException("the path is too long");
    }
    String[] segments = value.split("/", -1);
    if (segments.length > MAX_SEGMENTS) {
      throw new IllegalArgumentException("the path has more than " + MAX_SEGMENTS + " levels");
    }
    for (String segment : segments) {
      requireSafe(segment);
    }
  }

  private static void requireSafe(String segment) {
    if (segment.isEmpty()) {
      throw new IllegalArgumentException("a name can't be empty");
    }
    if (segment.equals(".") || segment.equals("..")) {
      throw new IllegalArgumentException("a name can't be . or ..");
    }
    boolean ascii = isAscii(segment);
    if (holdsControl(segment)) {
      throw new IllegalArgumentException("a name can't hold control characters");
    }
    if ((ascii ? segment.length() : utf8Length(segment)) > MAX_SEGMENT_BYTES) {
      throw new IllegalArgumentException(
          "a name has at most " + MAX_SEGMENT_BYTES + " bytes in UTF-8");
    }
    if (ascii ? isOwn(segment) : isOwnOnceItIsFolded(segment)) {
      throw new IllegalArgumentException(
          "names that end like this are for what is not finished here");
    }
  }

  /** What a device finds under such a name it takes for its own. */
  private static boolean isOwn(String segment) {
    for (String ending : OWN_ENDINGS) {
      int start = segment.length() - ending.length();
      if (start >= 0 && segment.regionMatches(true, start, ending, 0, ending.length())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Each character makes at least one of the folded ending, so that the last one tells at once of
   * most names that they have none, and no more than a few have to be folded.
   */
  private static boolean isOwnOnceItIsFolded(String segment) {
    String visible = IGNORED.matcher(segment).replaceAll("");
    return isOwnLetter(last(visible, 1)) && isOwn(collisionKey(last(visible, LONGEST_OWN_CHARS)));
  }

  private static boolean isOwnLetter(String last) {
    String folded = collisionKey(last);
    return OWN_ENDINGS.stream()
        .anyMatch(ending -> folded.endsWith(ending.substring(ending.length() - 1)));
  }

  private static String last(String text, int codePoints) {
    int count = text.codePointCount(0, text.length());
    return count <= codePoints
        ? text
        : text.substring(text.offsetByCodePoints(0, count - codePoints));
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > LAST_ASCII) {
        return false;
      }
    }
    return true;
  }

  /** Letters apart from their marks, among which a subscript iota comes last (Unicode, D145). */
  private static String decomposed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD);
  }

  private static String compatible(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /** Half a character counts, too: it has no form in UTF-8. */
  private static boolean holdsControl(String segment) {
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (Character.isISOControl(c)) {
        return true;
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            i + 1 < segment.length() && Character.isSurrogatePair(c, segment.charAt(++i));
        if (!pair) {
          return true;
        }
      }
    }
    return false;
  }

  /** How long a text is in UTF-8, in bytes. */
  static int utf8Length(String text) {
    return text.codePoints().map(RelativePath::utf8Length).sum();
  }

  private static int utf8Length(int codePoint) {
    if (codePoint < 0x80) {
      return 1;
    }
    if (codePoint < 0x800) {
      return 2;
    }
    return codePoint < 0x10000 ? 3 : 4;
  }

  /** The segments, outermost first. */
  public List<String> segments() {
    return Arrays.asList(value.split("/", -1));
  }

  /** The last segment. */
  public String fileName() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  /**
   * What two paths have in common that some file system can't tell apart: letter case, Unicode
   * normalization, and format characters, which HFS+ ignores. Lower case comes first, because only
   * the small sharp s has a capital form that others share.
   */
  public String collisionKey() {
    return collisionKey(value);
  }

  /** The same of a path, or of a name in one, which need not be such as may be sent. */
  public static String collisionKey(String value) {
    if (isAscii(value)) {
      return value.toLowerCase(Locale.ROOT);
    }
    String visible = IGNORED.matcher(decomposed(value)).replaceAll("");
    String folded = decomposed(visible).toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
    return compatible(folded.toLowerCase(Locale.ROOT));
  }

  /** The path with everything escaped that could deceive a reader or a terminal. */
  public String display() {
    return QuotedName.of(value, QuotedName.PATH_COLUMNS);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RelativePath path && value.equals(path.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return display();
  }
}
