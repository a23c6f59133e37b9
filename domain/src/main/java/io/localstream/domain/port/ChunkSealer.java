package io.localstream.domain.port;

import java.nio.ByteBuffer;

/**
 * Seals the chunks of one lane, one after the other. Buffers are heap buffers with an accessible
 * array. For one thread at a time.
 */
public interface ChunkSealer extends AutoCloseable {
  /** How many bytes longer a sealed chunk is. */
  int overheadBytes();

  /**
   * Seals one chunk. The positions of all three buffers move by what was read or written.
   *
   * @param header authenticated, not encrypted; read from position to limit
   * @param plain read from position to limit
   * @param sealed receives {@code plain.remaining() + overheadBytes()} bytes at its position; must
   *     not share memory with {@code plain}
   */
  void seal(ByteBuffer header, ByteBuffer plain, ByteBuffer sealed);

  /** Destroys the lane's key. Idempotent; never throws. */
  @Override
  void close();
}
