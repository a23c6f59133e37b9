package io.localstream.domain.port;

import io.localstream.domain.transfer.FileReference;

/** Files that are there only to find out how fast a disk is. Safe for several threads. */
public interface ScratchFiles {
  /**
   * Makes an empty file for its owner only, hidden under a name that nothing has, or without one.
   *
   * @param folder an existing folder
   * @param maxBytes how long it may become, positive
   * @throws io.localstream.domain.failure.LocalStreamException {@code FILE_MISSING}: the folder is
   *     not there; {@code FILE_UNWRITABLE}: nothing can be created in it; {@code NO_SPACE}: so much
   *     does not fit
   */
  ScratchFile create(FileReference folder, long maxBytes);
}
