package io.localstream.domain.port;

import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.MissingEntry;
import java.nio.ByteBuffer;
import java.util.List;

/** What is sent, as one stream of bytes in the order of its manifest. Several threads may read. */
public interface OutgoingTree extends AutoCloseable {
  Manifest manifest();

  /** What was found but is not in the manifest, and why. */
  List<MissingEntry> missing();

  /**
   * Fills {@code destination} with the bytes from {@code streamOffset} on. A file that can't be
   * read any more, or is shorter than it was, is spoilt: zeros stand for it from then on.
   *
   * @param destination a heap buffer; what remains in it must lie within the stream
   * @return whether no zeros stand for anything; else {@link #unreadable} tells for what they do
   * @throws io.localstream.domain.failure.LocalStreamException {@code CANCELLED}: it was closed
   */
  boolean read(long streamOffset, ByteBuffer destination);

  /** The files for which zeros were given so far. */
  MissingEntries unreadable();

  /**
   * Makes sure that what was read is what the manifest describes. A file that only became longer is
   * what it was at the start, unless the selection is strict.
   *
   * @return the files for which that is not so: size, modification time or identity is not what it
   *     was, they give less or more than their size says, or reading failed
   */
  MissingEntries spoilt();

  /** The files that were seen to be longer than they are described, and are not spoilt. */
  List<MissingEntry> grown();

  /** Idempotent; never throws. */
  @Override
  void close();
}
