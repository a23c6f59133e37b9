package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.LinkTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes what is no file. No system call of Java makes it in a folder that is held, so it is made in
 * the part folder, where nobody else can come in between, and moved.
 */
final class PartMaking {
  private PartMaking() {}

  /** Makes a new folder of that name in another one. */
  static void makeFolder(PartFolder parts, int permissions, FolderAccess in, String name)
      throws IOException {
    parts.removeFolder();
    Path made = parts.way(PartFolder.FOLDER);
    Files.createDirectory(made, Permissions.ofNewFolder(made, permissions));
    boolean moved = false;
    try {
      parts.move(PartFolder.FOLDER, in, name);
      moved = true;
    } finally {
      if (!moved) {
        parts.removeFolder();
      }
    }
  }

  /** Makes a symbolic link, which is called {@link PartFolder#LINK}. */
  static void makeLink(PartFolder parts, LinkTarget target) throws IOException {
    parts.deleteIfThere(PartFolder.LINK);
    Files.createSymbolicLink(parts.way(PartFolder.LINK), Path.of(target.value()));
  }
}
