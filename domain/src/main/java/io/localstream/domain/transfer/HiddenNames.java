package io.localstream.domain.transfer;

import java.util.function.Predicate;

/**
 * Hidden names, which begin with a dot. Start-up files of shells and desktops, keys that let others
 * in and hooks of checkouts have such names, and are dangerous where their folder exists already.
 */
public final class HiddenNames {
  private static final char DOT = '.';

  private HiddenNames() {}

  /**
   * Whether a path puts a hidden name into a folder that exists.
   *
   * @param path segments joined by {@code /}
   * @param exists whether there is a folder at a path that {@code path} lies in; empty for the
   *     outermost one
   */
  public static boolean landIn(String path, Predicate<String> exists) {
    int start = 0;
    while (start >= 0) {
      if (isHidden(path, start) && exists.test(path.substring(0, Math.max(0, start - 1)))) {
        return true;
      }
      int slash = path.indexOf('/', start);
      start = slash < 0 ? -1 : slash + 1;
    }
    return false;
  }

  /** Some file systems pass over format characters, so that a dot behind them is the first. */
  private static boolean isHidden(String path, int start) {
    for (int i = start; i < path.length(); ) {
      int codePoint = path.codePointAt(i);
      if (Character.getType(codePoint) != Character.FORMAT) {
        return codePoint == DOT;
      }
      i += Character.charCount(codePoint);
    }
    return false;
  }
}
