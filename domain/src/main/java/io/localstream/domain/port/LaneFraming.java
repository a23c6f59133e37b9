package io.localstream.domain.port;

import io.localstream.domain.transfer.ChunkHeader;
import java.nio.ByteBuffer;

/** The form of a chunk's header on a lane. Stateless; safe for several threads. */
public interface LaneFraming {
  /** The constant length of an encoded header. */
  int headerBytes();

  /** Writes {@link #headerBytes()} bytes at the position of {@code destination}. */
  void encode(ChunkHeader header, ByteBuffer destination);

  /**
   * Reads {@link #headerBytes()} bytes at the position of {@code source}. Every header has one
   * encoding only.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code PROTOCOL_VIOLATION}
   */
  ChunkHeader decode(ByteBuffer source);
}
