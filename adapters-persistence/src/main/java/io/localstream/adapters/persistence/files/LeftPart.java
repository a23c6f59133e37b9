package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/** A file that an earlier transfer has left in its part folder. */
final class LeftPart {
  private static final Integer ONE = 1;

  private LeftPart() {}

  /** Whether it has no other name: with one it is published, and may be changed by anybody. */
  static boolean isPrivate(Path part) {
    try {
      return !part.getFileSystem().supportedFileAttributeViews().contains("unix")
          || Files.getAttribute(part, "unix:nlink", LinkOption.NOFOLLOW_LINKS).equals(ONE);
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * Makes sure that it can be written to: its owner may have lost that when it was about to be
   * published. What is not {@link #isPrivate private} only loses its name here.
   */
  static void makeWritable(Path part, FolderAccess access, String name) throws IOException {
    try {
      if (!isPrivate(part)) {
        access.deleteIfThere(name);
      } else if (Permissions.areSupported(part)) {
        PosixFileAttributeView view = access.view(name, PosixFileAttributeView.class);
        PosixFileAttributes now = view.readAttributes();
        if (!now.permissions().equals(Permissions.withOwnersOwn(now))) {
          view.setPermissions(Permissions.withOwnersOwn(now));
        }
      }
    } catch (NoSuchFileException _) {
      // It has been published, and is made anew.
    }
  }
}
