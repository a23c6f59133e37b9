package io.localstream.domain.port;

import io.localstream.domain.transfer.FileReference;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Files that are arriving, as one stream of bytes in the order of their manifest. Several threads
 * may write at different offsets.
 */
public interface IncomingTree extends AutoCloseable {
  /** Where the files will be, for people. */
  String describe();

  /**
   * Stores bytes at their place.
   *
   * @throws IllegalArgumentException when they do not lie within the manifest's stream
   * @throws io.localstream.domain.failure.LocalStreamException {@code NO_SPACE} or {@code
   *     FILE_UNWRITABLE}
   */
  void write(long streamOffset, ByteBuffer data);

  /**
   * Forces everything to disk and then makes it visible under the final names, each file
   * atomically, with its modification time and permissions. Call once, when all bytes are written.
   *
   * @return the files as they are named now
   * @throws io.localstream.domain.failure.LocalStreamException {@code FILE_EXISTS}: the name was
   *     taken meanwhile, and what is there is left alone; {@code NO_SPACE}, {@code FILE_UNWRITABLE}
   */
  List<FileReference> commit();

  /** Removes what was not committed, and nothing else. Idempotent; never throws. */
  @Override
  void close();
}
