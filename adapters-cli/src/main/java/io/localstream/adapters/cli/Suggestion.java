package io.localstream.adapters.cli;

import java.util.Collection;
import java.util.Comparator;

/** Guesses what a person meant to type. */
final class Suggestion {
  private static final int MAX_EDITS = 3;

  private Suggestion() {}

  /** For example {@code , did you mean 'status'?}, or nothing. */
  static String of(String typed, Collection<String> known) {
    return known.stream()
        .filter(name -> name.startsWith(typed) || edits(typed, name) <= limit(typed))
        .min(Comparator.comparingInt(name -> edits(typed, name)))
        .map(name -> ", did you mean '" + name + "'?")
        .orElse("");
  }

  private static int limit(String typed) {
    return Math.min(MAX_EDITS, typed.length() / 2);
  }

  /** Levenshtein's distance, row by row. */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
