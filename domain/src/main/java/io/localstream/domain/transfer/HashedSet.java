package io.localstream.domain.transfer;

/**
 * A set of numbers that are as good as random, more than 0. Where somebody chooses them so that
 * they crowd, it gives up where the search for one takes long. For one thread.
 */
final class HashedSet {
  private static final int LEAST = 16;

  /** Many times more than it takes in a table that is three quarters full. */
  private static final int MAX_STEPS = 4_096;

  private long[] table;
  private int count;
  private boolean crowded;

  HashedSet(int expected) {
    table = new long[Integer.highestOneBit(Math.max(LEAST, expected + expected / 3)) * 2];
  }

  /** Whether it has given up, so that it can't be relied on. */
  boolean isCrowded() {
    return crowded;
  }

  /** Whether it was not there. */
  boolean add(long number) {
    if (count * 4L > table.length * 3L) {
      grow();
    }
    int place = place(number);
    if (place < 0 || table[place] == number) {
      return false;
    }
    table[place] = number;
    count++;
    return true;
  }

  boolean holds(long number) {
    int place = place(number);
    return place >= 0 && table[place] == number;
  }

  /** Where it is, or where it would be; negative where that takes too long to find. */
  private int place(long number) {
    int place = (int) number & table.length - 1;
    for (int step = 0; step < MAX_STEPS; step++) {
      if (table[place] == 0 || table[place] == number) {
        return place;
      }
      place = place + 1 & table.length - 1;
    }
    crowded = true;
    return -1;
  }

  private void grow() {
    long[] old = table;
    table = new long[old.length * 2];
    for (long number : old) {
      int place = number == 0 ? -1 : place(number);
      if (place >= 0) {
        table[place] = number;
      }
    }
  }
}
