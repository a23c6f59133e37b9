package io.localstream.domain.port;

import java.nio.ByteBuffer;

/**
 * Opens the chunks of one lane in the order in which they were sealed. Buffers are heap buffers
 * with an accessible array. For one thread at a time.
 */
public interface ChunkOpener extends AutoCloseable {
  /** How many bytes longer a sealed chunk is. */
  int overheadBytes();

  /**
   * Verifies and decrypts the next chunk. The positions of all three buffers move by what was read
   * or written.
   *
   * @param header as given to the sealer
   * @param sealed read from position to limit
   * @param plain receives the chunk at its position, and nothing unless it is authentic: its
   *     position does not move otherwise
   * @throws io.localstream.domain.failure.LocalStreamException {@code CONTENT_DAMAGED}: header,
   *     content, key, lane or order is not what was sealed
   */
  void open(ByteBuffer header, ByteBuffer sealed, ByteBuffer plain);

  /** Destroys the lane's key. Idempotent; never throws. */
  @Override
  void close();
}
