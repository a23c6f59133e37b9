package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.TransferId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.util.BitSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The hidden folder, for its owner only, in which the files of one transfer arrive. It lies beside
 * their final names, and so on the same file system. Its files are called 0, 1 and so on, as they
 * are in the manifest. Safe for several threads.
 */
final class PartFolder {
  private static final String ENDING = ".localstream-part";
  private static final int ID_CHARS = 13;
  private static final int MAX_TRIES = 100;
  private static final FileTime EPOCH = FileTime.fromMillis(0);

  /** Nobody else can create a file there, and a lane that died may have created it already. */
  private static final Set<OpenOption> WRITE =
      Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, LinkOption.NOFOLLOW_LINKS);

  private static final String PROBE = "probe";
  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);

  private final Path path;
  private final FolderAccess access;
  private final @Nullable Object key;

  /** The files that may be there. */
  private final BitSet made = new BitSet();

  private PartFolder(Path path, FolderAccess access, @Nullable Object key) {
    this.path = path;
    this.access = access;
    this.key = key;
  }

  /** Creates it in the folder where the files will be, under a name that nothing has. */
  static PartFolder create(TransferId transfer, Path parent) throws IOException {
    String name = "." + transfer.toString().substring(0, ID_CHARS);
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Path path = parent.resolve((tries == 0 ? name : name + "~" + tries) + ENDING);
      try {
        Files.createDirectory(path, Permissions.ownerOnlyFolder(path));
      } catch (FileAlreadyExistsException _) {
        // Left by an earlier attempt that was killed, or somebody else's: leave it alone.
        continue;
      }
      return open(path);
    }
    throw new FileAlreadyExistsException(parent.resolve(name + ENDING).toString());
  }

  /** Whoever may write beside it could have put something else in its place in this instant. */
  private static PartFolder open(Path path) throws IOException {
    FolderAccess access = FolderAccess.of(path);
    boolean own = false;
    try {
      BasicFileAttributes opened = access.view(BasicFileAttributeView.class).readAttributes();
      PartFolder folder = new PartFolder(path, access, opened.fileKey());
      folder.requireInPlace();
      if (!access.isEmpty() || !folder.isOwn()) {
        throw notOwn(path);
      }
      own = true;
      return folder;
    } finally {
      if (!own) {
        access.close();
      }
    }
  }

  /** Who this process is to the file system, only a file that it creates can tell. */
  private boolean isOwn() throws IOException {
    if (!Permissions.areSupported(path)) {
      return true;
    }
    PosixFileAttributes folder = access.view(PosixFileAttributeView.class).readAttributes();
    access.open(PROBE, NEW, Permissions.ofNew(path, 0)).close();
    UserPrincipal self = access.view(PROBE, PosixFileAttributeView.class).getOwner();
    access.delete(PROBE);
    return Permissions.areOwnersAlone(folder) && folder.owner().equals(self);
  }

  private static FileSystemException notOwn(Path path) {
    return new FileSystemException(
        path.toString(), null, "another program put something in its place");
  }

  /** Makes sure that the path still leads here. */
  void requireInPlace() throws IOException {
    BasicFileAttributes now =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!now.isDirectory() || !Objects.equals(now.fileKey(), key)) {
      throw notOwn(path);
    }
  }

  /**
   * Opens a file for writing, which is created where it is missing.
   *
   * @param permissions of a new one, less what the user's mask and the folder take away
   */
  FileChannel open(int file, int permissions) throws IOException {
    synchronized (made) {
      made.set(file);
    }
    return access.open(name(file), WRITE, Permissions.ofNew(path, permissions));
  }

  /** Gives a file its modification time. */
  void date(int file, Instant modified) throws IOException {
    BasicFileAttributeView view = access.view(name(file), BasicFileAttributeView.class);
    FileTime time = FileTime.from(modified);
    try {
      view.setTimes(time, time, null);
    } catch (IOException e) {
      if (time.compareTo(EPOCH) >= 0) {
        throw e;
      }
      // Not every file system, and not every JDK, has times before 1970.
      view.setTimes(EPOCH, EPOCH, null);
    }
  }

  Path path(int file) {
    return path.resolve(name(file));
  }

  private static String name(int file) {
    return Integer.toString(file);
  }

  /** To be called when a file was renamed: what has its name from now on is not from here. */
  void forget(int file) {
    synchronized (made) {
      made.clear(file);
    }
  }

  /** Removes the files that are left, and itself unless something else is in it or in its place. */
  void remove() {
    try (access) {
      for (int file = made.nextSetBit(0); file >= 0; file = made.nextSetBit(file + 1)) {
        deleteIfThere(file);
      }
      requireInPlace();
      Files.delete(path);
    } catch (IOException _) {
      // It is gone, or it can't be removed: nobody could do more about it.
    }
  }

  private void deleteIfThere(int file) throws IOException {
    try {
      access.delete(name(file));
    } catch (NoSuchFileException _) {
      // It could not be created, or somebody has removed it.
    }
  }
}
