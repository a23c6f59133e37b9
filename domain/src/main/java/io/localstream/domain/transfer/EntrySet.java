package io.localstream.domain.transfer;

import java.util.BitSet;
import java.util.Collection;
import java.util.stream.IntStream;

/** Some entries of a manifest, by their place in it, from 0. Immutable. */
public final class EntrySet {
  private static final EntrySet NONE = new EntrySet(new BitSet());

  private final BitSet places;

  private EntrySet(BitSet places) {
    this.places = places;
  }

  /** No entry. */
  public static EntrySet none() {
    return NONE;
  }

  /** So many, from the first on. */
  public static EntrySet first(int count) {
    BitSet set = new BitSet();
    set.set(0, count);
    return of(set);
  }

  /** Copies a set of places. */
  public static EntrySet of(BitSet places) {
    return places.isEmpty() ? NONE : new EntrySet((BitSet) places.clone());
  }

  /** The entries at these places. */
  public static EntrySet of(Collection<Integer> places) {
    BitSet set = new BitSet();
    places.forEach(set::set);
    return of(set);
  }

  /**
   * Reads what {@link #bytes()} has written.
   *
   * @throws IllegalArgumentException if the last byte is zero, so that there is one form only
   */
  public static EntrySet of(byte[] bytes) {
    if (bytes.length > 0 && bytes[bytes.length - 1] == 0) {
      throw new IllegalArgumentException("a set of entries ends with a byte that holds one");
    }
    return new EntrySet(BitSet.valueOf(bytes));
  }

  /** A bit for each entry, the first in the lowest bit of the first byte; no zeros at the end. */
  public byte[] bytes() {
    return places.toByteArray();
  }

  public boolean isEmpty() {
    return places.isEmpty();
  }

  public int size() {
    return places.cardinality();
  }

  /** Whether the entry at that place is one of them. */
  public boolean holds(int place) {
    return places.get(place);
  }

  /** How long a manifest has to be at least to have them all. */
  public int span() {
    return places.length();
  }

  /** The places, in order. */
  public IntStream places() {
    return places.stream();
  }

  public boolean intersects(EntrySet other) {
    return places.intersects(other.places);
  }

  /** These and those. */
  public EntrySet and(EntrySet more) {
    BitSet all = (BitSet) places.clone();
    all.or(more.places);
    return of(all);
  }

  /** These, but not those. */
  public EntrySet without(EntrySet others) {
    BitSet rest = (BitSet) places.clone();
    rest.andNot(others.places);
    return of(rest);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EntrySet set && places.equals(set.places);
  }

  @Override
  public int hashCode() {
    return places.hashCode();
  }

  @Override
  public String toString() {
    return "EntrySet" + places;
  }
}
