package io.localstream.domain.port;

import java.nio.ByteBuffer;

/**
 * Seals the chunks of one lane, one after the other, each in pieces, so that a large chunk needs no
 * large buffer. Buffers are heap buffers with an accessible array. For one thread at a time.
 */
public interface ChunkSealer extends AutoCloseable {
  /** How many bytes longer a sealed chunk is. */
  int overheadBytes();

  /**
   * Begins a chunk; one that was begun before and is not complete is given up, with the lane.
   *
   * @param header authenticated, not encrypted; read from position to limit
   * @param plainBytes how long the chunk is, 0 too
   */
  void begin(ByteBuffer header, int plainBytes);

  /**
   * Seals the next piece of the chunk. The piece that completes the chunk (an empty one for a chunk
   * of length 0) is followed by what authenticates it: until then nobody can open any of it.
   *
   * @param plain read from position to limit; a multiple of 16 bytes unless it completes the chunk
   * @param sealed receives {@code plain.remaining()} bytes at its position, and {@link
   *     #overheadBytes()} more when the chunk is complete; must not share memory with {@code plain}
   * @throws IllegalStateException when no chunk was begun, or this one is complete
   */
  void seal(ByteBuffer plain, ByteBuffer sealed);

  /** Destroys the lane's key. Idempotent; never throws. */
  @Override
  void close();
}
