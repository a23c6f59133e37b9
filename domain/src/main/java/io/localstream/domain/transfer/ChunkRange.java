package io.localstream.domain.transfer;

/**
 * Chunks that follow each other.
 *
 * @param first index of the first, from 0
 * @param last index of the last, not below the first
 */
public record ChunkRange(long first, long last) {
  public ChunkRange {
    if (first < 0 || last < first || last == Long.MAX_VALUE) {
      throw new IllegalArgumentException("no chunks can be numbered like that");
    }
  }

  /** How many there are. */
  public long count() {
    return last - first + 1;
  }
}
