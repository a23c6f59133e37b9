package io.localstream.adapters.cli.text;

import java.time.Duration;
import java.util.Locale;

/** Sizes in decimal units (1 kB is 1,000 bytes), rates and times, the same on every machine. */
public final class Quantities {
  private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};
  private static final int STEP = 1_000;
  private static final double NANOS_PER_SECOND = 1e9;

  private Quantities() {}

  /** For example {@code 0 bytes}, {@code 1 byte}, {@code 12.3 MB}. */
  public static String size(long bytes) {
    if (bytes < STEP) {
      return bytes == 1 ? "1 byte" : bytes + " bytes";
    }
    double value = bytes;
    int unit = -1;
    // 999.95 would be printed as 1000.0.
    while (value >= STEP - 0.05 && unit < UNITS.length - 1) {
      value /= STEP;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, UNITS[Math.max(unit, 0)]);
  }

  /** For example {@code 3.8 MB/s}. */
  public static String rate(long bytes, Duration time) {
    return size(bytesPerSecond(bytes, time)) + "/s";
  }

  static long bytesPerSecond(long bytes, Duration time) {
    return (long) (bytes * NANOS_PER_SECOND / Math.max(1, time.toNanos()));
  }

  /** For example {@code 12 ms}, {@code 3.2 s}, {@code 2 min 5 s}, {@code 1 h 2 min}. */
  public static String time(Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0) {
      return time.toMillis() + " ms";
    }
    if (time.compareTo(Duration.ofMinutes(1)) < 0) {
      return String.format(Locale.ROOT, "%.1f s", time.toNanos() / NANOS_PER_SECOND);
    }
    return time.compareTo(Duration.ofHours(1)) < 0
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : time.toHours() + " h " + time.toMinutesPart() + " min";
  }

  /** As it is typed: {@code 30d}, {@code 36h}, {@code 90m} or {@code 45s}. */
  public static String age(Duration age) {
    long seconds = age.toSeconds();
    if (seconds % Duration.ofDays(1).toSeconds() == 0) {
      return age.toDays() + "d";
    }
    if (seconds % Duration.ofHours(1).toSeconds() == 0) {
      return age.toHours() + "h";
    }
    return seconds % Duration.ofMinutes(1).toSeconds() == 0 ? age.toMinutes() + "m" : seconds + "s";
  }

  /** Whole percent, 100 only when everything is there. */
  public static int percent(long done, long total) {
    return done >= total ? 100 : Math.min(99, (int) (done * 100.0 / total));
  }

  /** For example {@code 1 peer} or {@code 3 peers}. */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
