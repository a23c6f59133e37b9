package io.localstream.adapters.persistence;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/**
 * Who this process is.
 *
 * @param readOnly whether nothing can be created in the folder for which that was asked
 * @param number its number, where users have one
 */
record CurrentUser(UserPrincipal principal, boolean readOnly, int number) {
  private static final Path THIS_PROCESS = Path.of("/proc/self");
  private static final int NONE = -1;

  /** Asks the file system, because the names and numbers of users don't tell surely. */
  static CurrentUser of(Path folder) throws IOException {
    Path probe;
    try {
      probe = Files.createTempFile(folder, ".owner", ".probe");
    } catch (FileSystemException e) {
      if (Files.isWritable(folder) || !Files.isReadable(folder)) {
        throw e;
      }
      return knownToTheSystem(folder);
    }
    try {
      return new CurrentUser(owner(probe), false, number(probe));
    } finally {
      Files.deleteIfExists(probe);
    }
  }

  private static CurrentUser knownToTheSystem(Path folder) throws IOException {
    if (Files.exists(THIS_PROCESS)) {
      Path self = THIS_PROCESS.toRealPath();
      return new CurrentUser(owner(self), true, number(self));
    }
    UserPrincipal named =
        folder
            .getFileSystem()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(System.getProperty("user.name", ""));
    boolean own = named.equals(owner(folder));
    return new CurrentUser(named, true, own ? number(folder) : NONE);
  }

  private static UserPrincipal owner(Path path) throws IOException {
    return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static int number(Path path) throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS)
        : NONE;
  }

  /** Makes sure that no other user can put another folder in the place of that one. */
  void requireSafe(Path folder) throws IOException {
    new FoldersAbove(number, new Accounts(Path.of("/etc"))).requireSafe(folder);
  }
}
