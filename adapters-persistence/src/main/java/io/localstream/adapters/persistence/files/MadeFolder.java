package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The folder that a person named. If it was made for a transfer and nothing is received into it, it
 * is removed again.
 *
 * @param isNew whether it was made for this transfer or for the one that this resumes
 */
record MadeFolder(Path path, boolean isNew) {
  /** An empty file in a part folder: the folder around it was made for that transfer. */
  static final String MARK = "made";

  /** Makes it if it is missing. The folder around it has to be there. */
  static MadeFolder ifMissing(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return new MadeFolder(path, false);
    }
    try {
      Files.createDirectory(path);
      return new MadeFolder(path, true);
    } catch (FileAlreadyExistsException e) {
      if (Files.isDirectory(path)) {
        return new MadeFolder(path, false);
      }
      throw e;
    }
  }

  /** The same, if a part folder in it is used; which is marked if it was made just now. */
  MadeFolder holding(PartFolder parts) {
    if (!isNew) {
      return new MadeFolder(path, parts.look(MARK).isPresent());
    }
    try {
      parts.create(MARK).close();
    } catch (IOException _) {
      // Then it stays when what is kept in it is discarded some day.
    }
    return this;
  }

  /** That of a part folder. */
  static MadeFolder around(Path parts) {
    return new MadeFolder(
        parts.resolveSibling(""), Files.exists(parts.resolve(MARK), LinkOption.NOFOLLOW_LINKS));
  }

  /** Removes it if it was made and nothing is in it. */
  void removeIfEmpty() {
    if (isNew) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException _) {
        // Something is in it.
      }
    }
  }
}
