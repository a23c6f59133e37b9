package io.localstream.bootstrap.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How numbers are written. */
final class Figures {
  private static final int DIGITS = 3;

  private Figures() {}

  /** As it is, without zeros at its end. */
  static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /** To three digits, and no more precise than that. */
  static String rounded(double number) {
    if (number >= 1000) {
      return String.format(Locale.ROOT, "%,.0f", number);
    }
    return new BigDecimal(number, new MathContext(DIGITS)).toPlainString();
  }
}
