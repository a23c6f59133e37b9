package io.localstream.domain.port;

import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.TransferId;

/** Where files that arrive are kept. Safe for several threads. */
public interface IncomingFiles {
  /**
   * Prepares to receive. What is written stays out of sight until it is committed.
   *
   * @param destination an existing folder, for the manifest's own names; or, for a manifest of one
   *     file, the path of a file in an existing folder
   * @throws io.localstream.domain.failure.LocalStreamException {@code FILE_EXISTS}: the name is
   *     taken and the destination says to keep what is there; {@code FILE_MISSING}: the folder is
   *     not there; {@code FILE_UNWRITABLE}; {@code NO_SPACE}: the manifest does not fit
   */
  IncomingTree open(TransferId transfer, Manifest manifest, Destination destination);
}
