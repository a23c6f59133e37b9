package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether a folder is this user's own and closed to others. On a file system that shows the
 * same permissions for everything (FAT, exFAT, NTFS, shared folders), the one who mounted it has
 * decided who may use it: there the owner has to fit, and the permissions can't.
 *
 * @param user who this process is to the file system; null if that has no owners
 * @param isFixed whether the file system keeps no permissions of its own
 */
record PartPrivacy(Optional<UserPrincipal> user, boolean isFixed) {
  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);

  /**
   * Those that keep the permissions of each file. If something else than was asked for shows on one
   * of them, another user has put it there.
   */
  private static final Set<String> KEEP_PERMISSIONS =
      Set.of(
          "apfs",
          "bcachefs",
          "btrfs",
          "ceph",
          "ext2",
          "ext3",
          "ext4",
          "f2fs",
          "gfs2",
          "hfs",
          "jfs",
          "nfs",
          "nfs4",
          "nilfs2",
          "ocfs2",
          "overlay",
          "ramfs",
          "reiserfs",
          "tmpfs",
          "ufs",
          "xfs",
          "zfs");

  /**
   * Finds out by a file that it creates in the folder and removes: only that tells which user this
   * process is to the file system.
   *
   * @param path of the folder
   */
  static PartPrivacy in(FolderAccess folder, Path path, String probe) throws IOException {
    if (!Permissions.areSupported(path)) {
      return new PartPrivacy(Optional.empty(), true);
    }
    try {
      folder.open(probe, NEW, Permissions.ofNew(path, 0)).close();
      PosixFileAttributes made = folder.view(probe, PosixFileAttributeView.class).readAttributes();
      return new PartPrivacy(
          Optional.of(made.owner()), !Permissions.areOwnersAlone(made) && isFixed(path));
    } finally {
      folder.deleteIfThere(probe);
    }
  }

  /** Whether everything below that path has the permissions that its file system was given. */
  static boolean isFixed(Path path) throws IOException {
    return !KEEP_PERMISSIONS.contains(Files.getFileStore(path).type());
  }

  /** Whether a folder is this user's alone. */
  boolean holdsFor(FolderAccess folder) throws IOException {
    if (user.isEmpty()) {
      return true;
    }
    PosixFileAttributes there = folder.view(PosixFileAttributeView.class).readAttributes();
    return there.owner().equals(user.get()) && (isFixed || Permissions.areOwnersAlone(there));
  }
}
