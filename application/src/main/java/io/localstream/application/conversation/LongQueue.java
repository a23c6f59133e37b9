package io.localstream.application.conversation;

/**
 * Numbers in order, first in, first out, that take no memory for each. For one thread at a time.
 */
final class LongQueue {
  private static final int START = 64;

  private long[] ring = new long[START];
  private int first;
  private int size;

  void add(long value) {
    if (size == ring.length) {
      grow();
    }
    ring[(first + size) % ring.length] = value;
    size++;
  }

  private void grow() {
    long[] larger = new long[2 * ring.length];
    for (int i = 0; i < size; i++) {
      larger[i] = ring[(first + i) % ring.length];
    }
    ring = larger;
    first = 0;
  }

  /** Takes the first out. */
  long remove() {
    if (size == 0) {
      throw new IllegalStateException("the queue is empty");
    }
    long value = ring[first];
    first = (first + 1) % ring.length;
    size--;
    return value;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }
}
