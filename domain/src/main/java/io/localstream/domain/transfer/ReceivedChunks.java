package io.localstream.domain.transfer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Which chunks of a transfer have come. Chunks come about in order, so that a few intervals hold
 * them all; one that would scatter them is stopped. Thread-safe.
 */
public final class ReceivedChunks {
  /** Lanes run ahead of each other by little, however many there are. */
  static final int MAX_INTERVALS = 65_536;

  private final long count;

  /** All below it have come. */
  private long complete;

  /** First to last of what has come beyond; no two touch. */
  private final TreeMap<Long, Long> beyond = new TreeMap<>();

  private long received;

  /**
   * None has come yet.
   *
   * @param count of the transfer's chunks
   */
  public ReceivedChunks(long count) {
    this(count, List.of());
  }

  /**
   * Some have come in a former attempt, or need not come.
   *
   * @param count of the transfer's chunks
   * @param had those, in order and apart from each other
   * @throws IndexOutOfBoundsException when the transfer has no such chunk
   * @throws IllegalArgumentException when they are not in order, or too scattered
   */
  public ReceivedChunks(long count, List<ChunkRange> had) {
    this.count = count;
    if (had.size() > MAX_INTERVALS) {
      throw new IllegalArgumentException("chunks are too scattered");
    }
    long after = 0;
    for (ChunkRange range : had) {
      Objects.checkIndex(range.last(), count);
      if (range.first() < after) {
        throw new IllegalArgumentException("chunks are not in order");
      }
      if (range.first() == complete) {
        complete = range.last() + 1;
      } else {
        beyond.put(range.first(), range.last());
      }
      received += range.count();
      after = range.last() + 1;
    }
  }

  /**
   * Notes a chunk that has come.
   *
   * @return false when it had come before
   * @throws IndexOutOfBoundsException when the transfer has no such chunk
   * @throws IllegalStateException when chunks come too scattered to be kept track of
   */
  public synchronized boolean add(long index) {
    Objects.checkIndex(index, count);
    if (index < complete || isBeyond(index)) {
      return false;
    }
    if (index == complete) {
      complete++;
      swallow();
    } else {
      insert(index);
    }
    received++;
    return true;
  }

  private boolean isBeyond(long index) {
    Map.Entry<Long, Long> before = beyond.isEmpty() ? null : beyond.floorEntry(index);
    return before != null && before.getValue() >= index;
  }

  /** Joins what lies beyond to what is complete, now that they touch. */
  private void swallow() {
    if (!beyond.isEmpty() && beyond.firstKey() == complete) {
      complete = beyond.pollFirstEntry().getValue() + 1;
    }
  }

  private void insert(long index) {
    if (beyond.size() >= MAX_INTERVALS) {
      throw new IllegalStateException("chunks come too scattered");
    }
    Map.Entry<Long, Long> before = beyond.lowerEntry(index);
    Long after = beyond.remove(index + 1);
    long last = after == null ? index : after;
    boolean joins = before != null && before.getValue() == index - 1;
    beyond.put(joins ? before.getKey() : index, last);
  }

  /** Whether all have come. */
  public synchronized boolean isComplete() {
    return received == count;
  }
}
