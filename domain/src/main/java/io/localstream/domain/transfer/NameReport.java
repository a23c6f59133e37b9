package io.localstream.domain.transfer;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of names at the destination, for the sender: by the place of the entries in the
 * manifest, from 0. Of more than {@link #MAX_ENTRIES} the first are told. Immutable.
 *
 * @param leftOut why entries were left out
 * @param saved the paths under which others were saved, where that is not the one they had
 */
public record NameReport(SortedMap<Integer, NameFault> leftOut, SortedMap<Integer, String> saved) {
  /** More than a person reads. */
  public static final int MAX_ENTRIES = 16_384;

  /** Every name was as it was offered. */
  public static final NameReport NONE = new NameReport(new TreeMap<>(), new TreeMap<>());

  public NameReport {
    leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
    saved = Collections.unmodifiableSortedMap(new TreeMap<>(saved));
    if (leftOut.size() + saved.size() > MAX_ENTRIES) {
      throw new IllegalArgumentException("too many names");
    }
    if (!Collections.disjoint(leftOut.keySet(), saved.keySet())) {
      throw new IllegalArgumentException("what is left out is not saved");
    }
  }

  /** Those of maps. */
  public static NameReport of(Map<Integer, NameFault> leftOut, Map<Integer, String> saved) {
    return new NameReport(new TreeMap<>(leftOut), new TreeMap<>(saved));
  }

  public boolean isEmpty() {
    return leftOut.isEmpty() && saved.isEmpty();
  }
}
