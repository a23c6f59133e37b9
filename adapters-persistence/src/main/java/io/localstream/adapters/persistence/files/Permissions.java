package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Permissions as the nine bits of a manifest; nothing where the system has no such bits. */
final class Permissions {
  private static final int DEFAULT = 0644;
  private static final int OWNER_READ_WRITE = 0600;

  private Permissions() {}

  static boolean areSupported(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** The bits of a file; a link is followed. */
  static int of(Path path) throws IOException {
    return areSupported(path) ? bits(Files.getPosixFilePermissions(path)) : DEFAULT;
  }

  /** What a file has to be created with so that only its owner can use it. */
  static FileAttribute<?>[] ownerOnly(Path path) {
    return attributes(path, OWNER_READ_WRITE);
  }

  /**
   * What a new file of that folder would have if a program created it with these permissions: the
   * user's mask and the folder's defaults taken away. Nothing but the system knows that, so it is
   * tried, and the trial removed. The owner can always read and write.
   */
  static int ofNewFile(Path trial, int permissions) throws IOException {
    if (!areSupported(trial)) {
      return permissions;
    }
    Files.newByteChannel(
            trial,
            EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
            attributes(trial, permissions | OWNER_READ_WRITE))
        .close();
    try {
      return bits(Files.getPosixFilePermissions(trial, LinkOption.NOFOLLOW_LINKS))
          | OWNER_READ_WRITE;
    } finally {
      Files.deleteIfExists(trial);
    }
  }

  /** Does not follow a link. */
  static void set(Path path, int permissions) throws IOException {
    if (areSupported(path)) {
      Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .setPermissions(set(permissions));
    }
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
