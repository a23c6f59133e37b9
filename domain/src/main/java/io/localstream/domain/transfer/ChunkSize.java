package io.localstream.domain.transfer;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The size of the pieces that content is sealed and sent in: 1 KiB to 4 MiB. */
public record ChunkSize(int bytes) {
  public static final int MIN_BYTES = 1 << 10;
  public static final int MAX_BYTES = 4 << 20;
  public static final ChunkSize DEFAULT = new ChunkSize(1 << 20);
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*([KM]?)(I?B)?");

  public ChunkSize {
    if (bytes < MIN_BYTES || bytes > MAX_BYTES) {
      throw new IllegalArgumentException("a chunk has 1 KiB to 4 MiB (write 64K or 4M)");
    }
  }

  /** Parses {@code 1024} (KiB), {@code 64K} or {@code 4M}. */
  public static ChunkSize parse(String text) {
    Matcher matcher = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "a chunk size is a number of KiB such as 1024, or has a unit such as 64K or 4M");
    }
    long unit = "M".equals(matcher.group(2)) ? 1L << 20 : 1L << 10;
    long bytes = Long.parseLong(matcher.group(1)) * unit;
    return new ChunkSize((int) Math.min(bytes, Integer.MAX_VALUE));
  }
}
