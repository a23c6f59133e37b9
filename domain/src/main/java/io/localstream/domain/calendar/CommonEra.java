package io.localstream.domain.calendar;

import java.time.Instant;

/**
 * The years 1 to 9999 in UTC: what can be written with four digits (RFC 3339), shown in every time
 * zone and calculated with. A peer, a document and a file system can name other times.
 */
public final class CommonEra {
  public static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  public static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private CommonEra() {}

  /**
   * Returns the time itself.
   *
   * @throws IllegalArgumentException if it lies outside
   */
  public static Instant require(Instant time) {
    if (!clamp(time).equals(time)) {
      throw new IllegalArgumentException("a time lies in the years 1 to 9999");
    }
    return time;
  }

  /** The time, or the nearest one inside. */
  public static Instant clamp(Instant time) {
    if (time.isBefore(FIRST)) {
      return FIRST;
    }
    return time.isAfter(LAST) ? LAST : time;
  }
}
