package io.localstream.adapters.cli.text;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a person is ready to wait. */
public final class WaitTime {
  /** Longer than any machine stays up. */
  public static final Duration FOREVER = Duration.ofDays(3_650);

  /** So long a known device is looked for where nothing else is said. */
  public static final Duration TO_FIND = Duration.ofSeconds(10);

  private static final Pattern FORM = Pattern.compile("(\\d{1,8})([smhdSMHD]?)");

  private WaitTime() {}

  /**
   * Parses {@code 30} or {@code 30s} (seconds), {@code 5m}, {@code 1h} or {@code 30d}.
   *
   * @throws IllegalArgumentException says how it is written
   */
  public static Duration parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a time is written 30 or 30s (seconds), 5m, 1h or 30d");
    }
    long amount = Long.parseLong(matcher.group(1));
    Duration wait =
        switch (matcher.group(2)) {
          case "m", "M" -> Duration.ofMinutes(amount);
          case "h", "H" -> Duration.ofHours(amount);
          case "d", "D" -> Duration.ofDays(amount);
          default -> Duration.ofSeconds(amount);
        };
    return wait.compareTo(FOREVER) > 0 ? FOREVER : wait;
  }

  /** For example {@code for 30.0 s}, or that only Ctrl-C ends it. */
  public static String describe(Duration wait) {
    boolean endless = wait.compareTo(FOREVER.dividedBy(2)) > 0;
    return endless ? "until Ctrl-C" : "for " + Quantities.time(wait);
  }
}
