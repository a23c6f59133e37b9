package io.localstream.domain.transfer;

/** A set of numbers that are random already, more than 0. For one thread. */
final class HashedSet {
  private static final int LEAST = 16;

  private long[] table;
  private int count;

  HashedSet(int expected) {
    table = new long[Integer.highestOneBit(Math.max(LEAST, expected + expected / 3)) * 2];
  }

  /** Whether it was not there. */
  boolean add(long number) {
    if (count * 4L > table.length * 3L) {
      grow();
    }
    int place = place(number);
    if (table[place] == number) {
      return false;
    }
    table[place] = number;
    count++;
    return true;
  }

  boolean holds(long number) {
    return table[place(number)] == number;
  }

  /** Where it is, or where it would be. */
  private int place(long number) {
    int place = (int) number & (table.length - 1);
    while (table[place] != 0 && table[place] != number) {
      place = (place + 1) & (table.length - 1);
    }
    return place;
  }

  private void grow() {
    long[] old = table;
    table = new long[old.length * 2];
    for (long number : old) {
      if (number != 0) {
        table[place(number)] = number;
      }
    }
  }
}
