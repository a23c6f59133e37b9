package io.localstream.domain.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The arithmetic of cutting a stream of {@code totalBytes} into chunks: all of the same size but
 * the last, which is shorter where the sizes do not divide. An empty stream is one empty chunk, so
 * that its end is authenticated like any other.
 */
public record ChunkPlan(long totalBytes, ChunkSize chunkSize) {
  public ChunkPlan {
    Objects.requireNonNull(chunkSize);
    if (totalBytes < 0) {
      throw new IllegalArgumentException("a size can't be negative");
    }
  }

  /** The number of chunks, at least 1. */
  public long count() {
    return totalBytes == 0 ? 1 : (totalBytes - 1) / chunkSize.bytes() + 1;
  }

  /** The offset in the stream, in bytes, at which a chunk begins. */
  public long offset(long index) {
    Objects.checkIndex(index, count());
    return index * chunkSize.bytes();
  }

  /** The length of a chunk. */
  public int plainBytes(long index) {
    return (int) Math.min(totalBytes - offset(index), chunkSize.bytes());
  }

  /** The length of chunks that follow each other. */
  public long bytes(ChunkRange range) {
    return offset(range.last()) + plainBytes(range.last()) - offset(range.first());
  }

  /** The chunks that lie wholly within those parts of the stream. */
  public List<ChunkRange> within(StreamRanges parts) {
    List<ChunkRange> within = new ArrayList<>();
    for (StreamRanges.Range part : parts.ranges()) {
      long first = Math.ceilDiv(part.start(), (long) chunkSize.bytes());
      long end = part.end() >= totalBytes ? count() : part.end() / chunkSize.bytes();
      if (first < end) {
        within.add(new ChunkRange(first, end - 1));
      }
    }
    return within;
  }

  /** The one header that a chunk can have. */
  public ChunkHeader header(long index) {
    return new ChunkHeader(index, plainBytes(index), index == count() - 1);
  }
}
