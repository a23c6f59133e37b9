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

  private final Manifest manifest;

  StreamLayout(Manifest manifest) {
    this.manifest = manifest;
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
    if (streamOffset < 0 || streamOffset > manifest.totalBytes() - buffer.remaining()) {
      throw new IllegalArgumentException("the bytes do not lie within the transfer");
    }
    int limit = buffer.limit();
    int file = manifest.entryAt(streamOffset);
    long offset = streamOffset;
    try {
      while (buffer.position() < limit) {
        long fileStart = manifest.start(file);
        long end = fileStart + manifest.sizeBytes(file);
        while (end <= offset) {
          file++;
          fileStart = end;
          end += manifest.sizeBytes(file);
        }
        int start = buffer.position();
        long length = Math.min(end - offset, MAX_PIECE_BYTES);
        buffer.limit((int) Math.min(limit, start + length));
        piece.move(file, offset - fileStart, buffer);
        offset += buffer.position() - start;
      }
    } finally {
      buffer.limit(limit);
    }
  }

  /** One that holds some of a part of the stream, and where the last of it ends in the file. */
  @FunctionalInterface
  interface Share {
    void of(int file, long end);
  }

  /** Tells the files that a part of the stream belongs to, in order. */
  void forEachFile(StreamRanges.Range range, Share share) {
    int file = manifest.entryAt(range.start());
    long start = start(file);
    while (file < manifest.size() && start < range.end()) {
      long sizeBytes = manifest.sizeBytes(file);
      if (sizeBytes > 0) {
        share.of(file, Math.min(range.end() - start, sizeBytes));
      }
      start += sizeBytes;
      file++;
    }
  }

  /** The byte after the last of a file. */
  long end(int file) {
    return start(file) + manifest.sizeBytes(file);
  }

  /** The first byte of a file. */
  long start(int file) {
    return manifest.start(file);
  }
}
