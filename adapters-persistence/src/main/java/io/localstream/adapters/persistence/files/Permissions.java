package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Permissions as the nine bits of a manifest; nothing where the system has no such bits. */
final class Permissions {
  private static final int DEFAULT = 0644;
  private static final int DEFAULT_FOLDER = 0755;
  private static final int OWNER_READ_WRITE = 0600;
  private static final int OWNER_ALL = 0700;

  private static final Set<PosixFilePermission> READERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.OTHERS_READ);

  private Permissions() {}

  static boolean areSupported(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** What can be asked about a file with one call; a link is followed unless told otherwise. */
  static BasicFileAttributes read(Path path, LinkOption... options) throws IOException {
    return areSupported(path)
        ? Files.readAttributes(path, PosixFileAttributes.class, options)
        : Files.readAttributes(path, BasicFileAttributes.class, options);
  }

  /** The bits of a file. */
  static int of(BasicFileAttributes attributes) {
    return attributes instanceof PosixFileAttributes posix ? bits(posix.permissions()) : DEFAULT;
  }

  /** The bits of a folder. */
  static int ofFolder(BasicFileAttributes attributes) {
    return attributes instanceof PosixFileAttributes ? of(attributes) : DEFAULT_FOLDER;
  }

  /**
   * Whether the bits say so, which saves asking; the few that an access list excludes notice later.
   */
  static boolean letEverybodyRead(BasicFileAttributes attributes) {
    return attributes instanceof PosixFileAttributes posix
        && posix.permissions().containsAll(READERS);
  }

  /** What a folder has to be created with so that only its owner can use it. */
  static FileAttribute<?>[] ownerOnlyFolder(Path path) {
    return attributes(path, OWNER_ALL);
  }

  /**
   * What a new file has to be created with; the user's mask and the folder's defaults are taken
   * away by the system. The owner can always read and write.
   */
  static FileAttribute<?>[] ofNew(Path path, int permissions) {
    return attributes(path, permissions | OWNER_READ_WRITE);
  }

  /** The same for a folder, which its owner can always use. */
  static FileAttribute<?>[] ofNewFolder(Path path, int permissions) {
    return attributes(path, permissions | OWNER_ALL);
  }

  static boolean letOwnerReadAndWrite(int permissions) {
    return (permissions & OWNER_READ_WRITE) == OWNER_READ_WRITE;
  }

  /** What a file has now, less what is not among these. */
  static Set<PosixFilePermission> within(PosixFileAttributes now, int permissions) {
    return set(bits(now.permissions()) & permissions);
  }

  /** What a file has now, and that its owner can read and write it. */
  static Set<PosixFilePermission> withOwnersOwn(PosixFileAttributes now) {
    return set(bits(now.permissions()) | OWNER_READ_WRITE);
  }

  /** Whether all that is allowed is allowed to the owner alone. */
  static boolean areOwnersAlone(PosixFileAttributes attributes) {
    return (bits(attributes.permissions()) & ~OWNER_ALL) == 0;
  }

  private static FileAttribute<?>[] attributes(Path path, int permissions) {
    return areSupported(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set(permissions))}
        : new FileAttribute<?>[0];
  }

  /** The enumeration's order is that of the bits, from the owner's reading down. */
  private static int bits(Set<PosixFilePermission> permissions) {
    int bits = 0;
    for (PosixFilePermission permission : PosixFilePermission.values()) {
      bits = bits << 1 | (permissions.contains(permission) ? 1 : 0);
    }
    return bits;
  }

  private static Set<PosixFilePermission> set(int bits) {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    PosixFilePermission[] all = PosixFilePermission.values();
    for (int i = 0; i < all.length; i++) {
      if ((bits >> (all.length - 1 - i) & 1) == 1) {
        permissions.add(all[i]);
      }
    }
    return permissions;
  }
}
