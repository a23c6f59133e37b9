package io.localstream.domain.transfer;

import io.localstream.domain.display.QuotedName;

/**
 * What a symbolic link of a transfer holds: any number of {@code ../} and then a {@link
 * RelativePath}, or nothing else. It never goes up again after it went down, because what it went
 * down through may be a link itself.
 */
public record LinkTarget(String value) {
  private static final String UP = "..";

  public LinkTarget {
    String down = below(value);
    if (!down.isEmpty()) {
      RelativePath.requireValid(down);
    } else if (value.isEmpty() || value.endsWith("/")) {
      throw new IllegalArgumentException("a link leads somewhere");
    }
  }

  /** What is left of it when it has gone up. */
  private static String below(String value) {
    // Copied once only: whoever sent it may have gone up ten thousand times.
    int end = 0;
    while (value.startsWith(UP + "/", end)) {
      end += UP.length() + 1;
    }
    String rest = value.substring(end);
    return rest.equals(UP) ? "" : rest;
  }

  /** By how many folders it goes up. */
  public int levelsUp() {
    String down = below(value);
    return (value.length() + (down.isEmpty() ? 1 : 0) - down.length()) / (UP.length() + 1);
  }

  @Override
  public String toString() {
    return QuotedName.of(value, QuotedName.PATH_COLUMNS);
  }
}
