package io.localstream.adapters.cli.text;

import io.localstream.domain.calendar.CommonEra;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** Points in time and identifiers, as rows of a list show them. */
final class RowText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final int BRIEF_DIGITS = 8;

  private RowText() {}

  /** To the second, in the person's own time; the nearest that can be shown. */
  static String text(Instant instant, ZoneId zone) {
    return TIME.format(CommonEra.clamp(instant).atZone(zone));
  }

  /** The first eight digits, which tell rows of a list apart and may be typed. */
  static String brief(UUID id) {
    return id.toString().substring(0, BRIEF_DIGITS);
  }
}
