package io.localstream.domain.transfer;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Entries of a manifest that are missing, by their place in it, from 0; in that order. Immutable.
 */
public record MissingEntries(SortedMap<Integer, MissingEntry> byPlace) {
  private static final MissingEntries NONE = new MissingEntries(new TreeMap<>());

  public MissingEntries {
    byPlace = Collections.unmodifiableSortedMap(new TreeMap<>(byPlace));
  }

  /** Nothing is missing. */
  public static MissingEntries none() {
    return NONE;
  }

  /** Those of a map, by their place. */
  public static MissingEntries of(Map<Integer, MissingEntry> byPlace) {
    return byPlace.isEmpty() ? NONE : new MissingEntries(new TreeMap<>(byPlace));
  }

  /** Their places. */
  public EntrySet places() {
    return EntrySet.of(byPlace.keySet());
  }

  /** All of them, in order. */
  public List<MissingEntry> all() {
    return List.copyOf(byPlace.values());
  }

  /** These and those; where both have an entry, the reason of these. */
  public MissingEntries and(MissingEntries more) {
    SortedMap<Integer, MissingEntry> all = new TreeMap<>(more.byPlace);
    all.putAll(byPlace);
    return of(all);
  }

  public boolean isEmpty() {
    return byPlace.isEmpty();
  }

  public int size() {
    return byPlace.size();
  }

  /** Whether the entry at that place is. */
  public boolean holds(int place) {
    return byPlace.containsKey(place);
  }
}
