package io.localstream.domain.device;

import io.localstream.domain.display.QuotedName;

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

  /** The name with everything escaped that could deceive a reader or a terminal. */
  public String display() {
    return QuotedName.of(value);
  }

  @Override
  public String toString() {
    return display();
  }
}
