package io.localstream.domain.port;

import io.localstream.domain.transfer.FileReference;
import java.util.List;

/** The files that a person wants to send. Safe for several threads. */
public interface OutgoingFiles {
  /**
   * Opens files for sending and describes them.
   *
   * @param sources at least one; regular files, each under its own last name
   * @throws io.localstream.domain.failure.LocalStreamException {@code FILE_MISSING}, {@code
   *     FILE_UNREADABLE} (also for what is not a regular file) or {@code FILE_NAME_UNSAFE} (the
   *     name could not be created on every system), naming the file
   */
  OutgoingTree open(List<FileReference> sources);
}
