package io.localstream.domain.device;

import io.localstream.domain.display.QuotedName;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A device's name for people: 1 to 64 code points, no control characters and no unpaired
 * surrogates. Names are chosen by the peer and identify nobody; show them through {@link
 * #display()}.
 */
public record DeviceName(String value) {
  public static final int MAX_CODE_POINTS = 64;

  public DeviceName {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a device name can't be empty");
    }
    if (value.codePointCount(0, value.length()) > MAX_CODE_POINTS) {
      throw new IllegalArgumentException(
          "a device name has at most " + MAX_CODE_POINTS + " characters");
    }
    if (value.codePoints().anyMatch(DeviceName::isForbidden)) {
      throw new IllegalArgumentException("a device name can't hold control characters");
    }
  }

  /** An unpaired surrogate is no character, and can't be written as UTF-8. */
  private static boolean isForbidden(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }

  /** Whether people would take one for the other: only case, width or spaces differ. */
  public boolean isLike(DeviceName other) {
    return plain().equals(other.plain());
  }

  private String plain() {
    return Normalizer.normalize(value, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** The name with that behind it, shortened where it would become too long. */
  public DeviceName withEnding(String ending) {
    int room = MAX_CODE_POINTS - ending.codePointCount(0, ending.length());
    int kept = Math.min(room, value.codePointCount(0, value.length()));
    return new DeviceName(value.substring(0, value.offsetByCodePoints(0, kept)) + ending);
  }

  /** The name with everything escaped that could deceive a reader or a terminal. */
  public String display() {
    return QuotedName.of(value);
  }

  @Override
  public String toString() {
    return display();
  }
}
