package io.localstream.domain.port;

import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Selection;
import java.util.List;

/** The files and folders that a person wants to send. Safe for several threads. */
public interface OutgoingFiles {
  /**
   * Looks through what is to be sent and describes it. A folder comes with all that is in it, each
   * under the folder's own last name; what is in a folder comes in the order of its names, after
   * the folder. Pipes, sockets and devices are left out; so are files that can't be read or give
   * another amount of content than their size says, names that can't be sent, and links that lead
   * out of what is sent, all of which is told by {@link OutgoingTree#missing}. Where the selection
   * wants portable names, so are names that could not be created on every system, and all but the
   * first of those that some system can't tell apart.
   *
   * @param sources at least one; a symbolic link among them is followed, and one that is named
   *     twice is sent once
   * @throws io.localstream.domain.failure.LocalStreamException about one of the sources themselves:
   *     {@code FILE_MISSING}, {@code FILE_UNREADABLE} (also for what is neither a file nor a
   *     folder) or {@code FILE_NAME_UNSAFE} (the name can't be sent, or is not portable and should
   *     be); or {@code INVALID_ARGUMENT}: there is nothing, or too much, to send
   */
  OutgoingTree open(List<FileReference> sources, Selection selection);

  /**
   * Looks through what is to be sent as {@link #open} does, and keeps nothing of it: so that who
   * has to wait until it can be sent learns before that it can't be.
   *
   * @return how many bytes of content that is just now
   * @throws io.localstream.domain.failure.LocalStreamException as {@link #open}
   */
  long measure(List<FileReference> sources, Selection selection);

  /**
   * The same file or folder, named so that it is found from any working folder; itself where this
   * system can't have such a path. It need not be there.
   */
  FileReference absolute(FileReference source);
}
