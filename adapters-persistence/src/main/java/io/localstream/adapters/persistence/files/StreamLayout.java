package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.StreamRanges;
import java.nio.ByteBuffer;

/** Where the files of a manifest lie in its stream of bytes. Safe for several threads. */
final class StreamLayout {
  /**
   * The JDK copies heap buffers through direct memory of the piece's size, which it keeps for the
   * thread: pieces keep that small, and are large enough not to be noticed.
   */
  private static final int MAX_PIECE_BYTES = 256 << 10;

  private final long[] ends;

  StreamLayout(Manifest manifest) {
    ends = new long[manifest.size()];
    long end = 0;
    for (int file = 0; file < ends.length; file++) {
      end += manifest.sizeBytes(file);
      ends[file] = end;
    }
  }

  /** Moves bytes between a buffer and one file. */
  @FunctionalInterface
  interface Piece {
    /**
     * Moves some or all of what remains in the buffer, at least one byte.
     *
     * @param file its place in the manifest, from 0
     * @param position where in the file
     */
    void move(int file, long position, ByteBuffer buffer);
  }

  /**
   * Cuts what remains of the buffer into pieces of one file each and moves them in order.
   *
   * @throws IllegalArgumentException when it does not lie within the stream
   */
  void forEachPiece(long streamOffset, ByteBuffer buffer, Piece piece) {
    if (streamOffset < 0 || streamOffset > ends[ends.length - 1] - buffer.remaining()) {
      throw new IllegalArgumentException("the bytes do not lie within the transfer");
    }
    int limit = buffer.limit();
    int file = fileAt(streamOffset);
    long offset = streamOffset;
    try {
      while (buffer.position() < limit) {
        while (ends[file] <= offset) {
          file++;
        }
        long length = Math.min(ends[file] - offset, MAX_PIECE_BYTES);
        int start = buffer.position();
        buffer.limit((int) Math.min(limit, start + length));
        piece.move(file, offset - start(file), buffer);
        offset += buffer.position() - start;
      }
    } finally {
      buffer.limit(limit);
    }
  }

  /** The first file that ends behind the offset, by binary search; empty files end too early. */
  private int fileAt(long offset) {
    int low = 0;
    int high = ends.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** One that holds some of a part of the stream, and where the last of it ends in the file. */
  @FunctionalInterface
  interface Share {
    void of(int file, long end);
  }

  /** Tells the files that a part of the stream belongs to, in order. */
  void forEachFile(StreamRanges.Range range, Share share) {
    for (int file = fileAt(range.start());
        file < ends.length && start(file) < range.end();
        file++) {
      if (end(file) > start(file)) {
        share.of(file, Math.min(range.end(), end(file)) - start(file));
      }
    }
  }

  /** The byte after the last of a file. */
  long end(int file) {
    return ends[file];
  }

  /** The first byte of a file. */
  long start(int file) {
    return file == 0 ? 0 : ends[file - 1];
  }
}
