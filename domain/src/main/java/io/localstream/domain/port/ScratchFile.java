package io.localstream.domain.port;

import java.nio.ByteBuffer;

/**
 * A file that is there only to find out how fast a disk is. Several threads may read and write at
 * different offsets. Buffers are heap buffers.
 */
public interface ScratchFile extends AutoCloseable {
  /** The folder that it is in, for people. */
  String describe();

  /**
   * Writes what remains in {@code data}.
   *
   * @param offset from 0
   * @throws IllegalArgumentException when it would become longer than it may
   * @throws io.localstream.domain.failure.LocalStreamException {@code NO_SPACE} or {@code
   *     FILE_UNWRITABLE}
   */
  void write(long offset, ByteBuffer data);

  /**
   * Returns once everything that was written before is on the disk.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code NO_SPACE} or {@code
   *     FILE_UNWRITABLE}
   */
  void force();

  /**
   * Fills {@code destination}, from the disk itself wherever that is possible.
   *
   * @param offset from 0
   * @throws IllegalArgumentException when so much was never written
   * @throws io.localstream.domain.failure.LocalStreamException {@code FILE_UNREADABLE}
   */
  void read(long offset, ByteBuffer destination);

  /** Whether {@link #read} can only give what the system still has in its memory. */
  boolean readsMemory();

  /** Removes it, and nothing else. Idempotent; never throws. */
  @Override
  void close();
}
