package io.localstream.adapters.persistence.files;

import java.util.Locale;

/** Shows sizes to people, in binary units (IEC 80000-13). */
final class ByteCount {
  private static final String UNITS = "KMGTPE";
  private static final int UNIT_BITS = 10;
  private static final double UNIT = 1 << UNIT_BITS;

  private ByteCount() {}

  /** For example {@code 512 bytes} or {@code 1.5 GiB}. */
  static String show(long bytes) {
    if (bytes < UNIT) {
      return bytes + " bytes";
    }
    int unit = (Long.SIZE - 1 - Long.numberOfLeadingZeros(bytes)) / UNIT_BITS;
    return String.format(
        Locale.ROOT, "%.1f %ciB", bytes / Math.pow(UNIT, unit), UNITS.charAt(unit - 1));
  }
}
