package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Writes into a new file and leaves out whole blocks of zeros, so that the file system keeps no
 * space for them: what was never written reads as zeros. The end of the file is always written, and
 * gives it its length.
 */
final class SparseWriting {
  static final int BLOCK_BYTES = 4096;
  private static final ByteBuffer ZEROS = ByteBuffer.allocate(BLOCK_BYTES).asReadOnlyBuffer();

  private SparseWriting() {}

  /**
   * Writes what remains in the buffer, or leaves it out.
   *
   * @param sizeBytes of the whole file
   */
  static void write(FileChannel channel, long position, ByteBuffer buffer, long sizeBytes)
      throws IOException {
    int limit = buffer.limit();
    long offset = position - buffer.position();
    // The block that ends the file is none that could be left out.
    long holesEnd = Math.min(offset + limit, sizeBytes - 1);
    try {
      int next = buffer.position();
      while (next < limit) {
        long blockEnd = (offset + next) / BLOCK_BYTES * BLOCK_BYTES + BLOCK_BYTES;
        int end = (int) Math.min(limit, blockEnd - offset);
        if (end - next == BLOCK_BYTES && blockEnd <= holesEnd && isZero(buffer, next)) {
          flush(channel, offset, buffer, next);
          buffer.limit(limit).position(end);
        }
        next = end;
      }
      flush(channel, offset, buffer, limit);
    } finally {
      buffer.limit(limit);
    }
  }

  /** Most blocks show with their first bytes that they are not. */
  private static boolean isZero(ByteBuffer buffer, int start) {
    return buffer.getLong(start) == 0
        && buffer.slice(start, BLOCK_BYTES).mismatch(ZEROS.duplicate()) < 0;
  }

  private static void flush(FileChannel channel, long offset, ByteBuffer buffer, int end)
      throws IOException {
    buffer.limit(end);
    writeAll(channel, offset + buffer.position(), buffer);
  }

  /** Writes what remains in the buffer. */
  static void writeAll(FileChannel channel, long position, ByteBuffer buffer) throws IOException {
    long next = position;
    while (buffer.hasRemaining()) {
      next += channel.write(buffer, next);
    }
  }
}
