package io.localstream.domain.port;

import io.localstream.domain.transfer.Manifest;
import java.nio.ByteBuffer;

/**
 * Opened files as one stream of bytes, in the order of their manifest. Several threads may read.
 */
public interface OutgoingTree extends AutoCloseable {
  Manifest manifest();

  /**
   * Fills {@code destination} with the bytes from {@code streamOffset} on.
   *
   * @param destination a heap buffer; what remains in it must lie within the stream
   * @throws io.localstream.domain.failure.LocalStreamException {@code FILE_CHANGED}: a file is
   *     shorter than it was; {@code FILE_UNREADABLE}
   */
  void read(long streamOffset, ByteBuffer destination);

  /**
   * Makes sure that what was read is what the manifest describes.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code FILE_CHANGED}: size,
   *     modification time or identity of a file is not what it was when it was opened
   */
  void verifyUnchanged();

  /** Idempotent; never throws. */
  @Override
  void close();
}
