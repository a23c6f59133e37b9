package io.localstream.adapters.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** POSIX permissions of things that are for their owner alone; nothing where there are none. */
final class OwnerOnly {
  private static final Set<PosixFilePermission> FOR_OWNER =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private OwnerOnly() {}

  static boolean isSupported(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  static FileAttribute<?>[] onCreatingFolder(Path path) {
    return onCreating(path, "rwx------");
  }

  static FileAttribute<?>[] onCreatingFile(Path path) {
    return onCreating(path, "rw-------");
  }

  private static FileAttribute<?>[] onCreating(Path path, String permissions) {
    return isSupported(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  static boolean isOpenToOthers(Path path) throws IOException {
    return isSupported(path)
        && !FOR_OWNER.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
  }

  /** Does not follow a link. */
  static void set(Path path, String permissions) throws IOException {
    Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .setPermissions(PosixFilePermissions.fromString(permissions));
  }
}
