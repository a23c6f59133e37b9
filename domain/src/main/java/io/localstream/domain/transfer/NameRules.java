package io.localstream.domain.transfer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What names a place can hold: a file system, or all of them together.
 *
 * @param portable whether only such names are held as every system takes for the same: no {@code \
 *     : * ? " < > |}, no dot or space at the end, no device of Windows
 * @param folding whether letter case, Unicode normalization and format characters make no
 *     difference between names
 * @param maxBytes how long a name may be in UTF-8, at most {@link RelativePath#MAX_SEGMENT_BYTES}
 */
public record NameRules(boolean portable, boolean folding, int maxBytes) {
  /** Whatever a {@link RelativePath} can be, each name for itself. */
  public static final NameRules ANY = new NameRules(false, false, RelativePath.MAX_SEGMENT_BYTES);

  /** What every system can hold. */
  public static final NameRules PORTABLE =
      new NameRules(true, true, RelativePath.MAX_SEGMENT_BYTES);

  private static final String FORBIDDEN = "\\:*?\"<>|";

  /** Characters whose compatibility form has a slash or a back slash in it. */
  static final String LIKE_SLASHES = "\u2100\u2101\u2105\u2106\uff0f\uff3c\ufe68";

  /** Characters whose compatibility form is nothing but dots. */
  static final String LIKE_DOTS = ".\u2024\u2025\u2026\ufe19\ufe30\ufe52\uff0e";

  /** Device names of Windows. */
  private static final Set<String> DEVICES =
      Set.of("con", "prn", "aux", "nul", "conin$", "conout$", "clock$");

  /** With superscript digits, which Windows treats as digits. */
  private static final Pattern NUMBERED_DEVICES =
      Pattern.compile("(com|lpt)[0-9\u00b9\u00b2\u00b3]");

  private static final int NUMBERED_CHARS = 4;
  private static final Pattern IGNORED = Pattern.compile("\\p{Cf}");
  private static final char LAST_ASCII = 0x7f;

  /** The same where names are folded. */
  public NameRules withFolding() {
    return new NameRules(portable, true, maxBytes);
  }

  /** Whether every name is held. */
  public boolean holdAll() {
    return !portable && !folding && maxBytes >= RelativePath.MAX_SEGMENT_BYTES;
  }

  /** What stands against one name in a path, if anything does. */
  public Optional<NameFault> fault(String name) {
    if (portable && holdsForbidden(name)) {
      return Optional.of(NameFault.CHARACTER);
    }
    if (portable && (name.endsWith(".") || name.endsWith(" "))) {
      return Optional.of(NameFault.ENDING);
    }
    if (portable && isDevice(name)) {
      return Optional.of(NameFault.DEVICE);
    }
    return maxBytes < RelativePath.MAX_SEGMENT_BYTES && RelativePath.utf8Length(name) > maxBytes
        ? Optional.of(NameFault.LENGTH)
        : Optional.empty();
  }

  private static boolean holdsForbidden(String name) {
    boolean onlyDots = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (FORBIDDEN.indexOf(c) >= 0
          || (c > LAST_ASCII && LIKE_SLASHES.indexOf(c) >= 0)
          || c == '\u2028'
          || c == '\u2029') {
        return true;
      }
      onlyDots &= LIKE_DOTS.indexOf(c) >= 0;
    }
    return onlyDots;
  }

  static boolean isDevice(String name) {
    int dot = name.indexOf('.');
    String stem = (dot < 0 ? name : name.substring(0, dot)).strip().toLowerCase(Locale.ROOT);
    return DEVICES.contains(stem)
        || (stem.length() == NUMBERED_CHARS && NUMBERED_DEVICES.matcher(stem).matches());
  }

  /**
   * What a folding place keeps of a name, which is not much longer whatever a peer has made up: no
   * file system takes a compatibility form, which may be eighteen times as long, for the same.
   */
  static String key(String name) {
    boolean ascii = true;
    for (int i = 0; ascii && i < name.length(); i++) {
      ascii = name.charAt(i) <= LAST_ASCII;
    }
    if (ascii) {
      return name.toLowerCase(Locale.ROOT);
    }
    String visible = decomposed(IGNORED.matcher(decomposed(name)).replaceAll(""));
    String folded = visible.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
    return decomposed(folded.toLowerCase(Locale.ROOT));
  }

  private static String decomposed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD);
  }
}
