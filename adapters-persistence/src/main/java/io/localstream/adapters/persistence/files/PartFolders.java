package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.TransferId;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Makes the {@link PartFolder}s of one folder, and finds those that were left there. */
final class PartFolders {
  private static final String ENDING = ".localstream-part";
  private static final int ID_CHARS = 13;
  private static final int MAX_TRIES = 100;

  /**
   * Those that a tree of this process uses. A lock would not keep one tree of a process from what
   * another one uses, and be lost when its file is only looked at (POSIX fcntl).
   */
  private static final Set<Object> IN_USE = ConcurrentHashMap.newKeySet();

  /** By the folder that they lie in, see {@link #looking}. */
  private static final Map<Path, Lock> LOOKING = new ConcurrentHashMap<>();

  private PartFolders() {}

  /**
   * To be held by who makes one in a folder, or looks for those that are there: who looks at one
   * uses it for as long, and another who wants to go on with it would not find it.
   */
  static Lock looking(Path parent) {
    Path real;
    try {
      real = parent.toRealPath();
    } catch (IOException _) {
      real = parent;
    }
    return LOOKING.computeIfAbsent(real, _ -> new ReentrantLock());
  }

  /** Creates one in the folder where the files will be, under a name that nothing has. */
  static PartFolder create(TransferId transfer, Path parent) throws IOException {
    String name = "." + transfer.toString().substring(0, ID_CHARS);
    FolderAccess access = NamedFolder.open(parent);
    boolean created = false;
    try {
      for (int tries = 0; tries < MAX_TRIES; tries++) {
        String tried = (tries == 0 ? name : name + "~" + tries) + ENDING;
        try {
          Files.createDirectory(
              access.way(parent).resolve(tried), Permissions.ownerOnlyFolder(parent));
        } catch (FileAlreadyExistsException _) {
          // Left by an earlier attempt, or another program's: leave it alone.
          continue;
        }
        PartFolder made = openNew(parent.resolve(tried), access);
        created = true;
        return made;
      }
    } finally {
      if (!created) {
        access.close();
      }
    }
    throw new FileAlreadyExistsException(parent.resolve(name + ENDING).toString());
  }

  /** A program that may write beside it could have put something else in its place just now. */
  private static PartFolder openNew(Path path, FolderAccess parent) throws IOException {
    PartFolder folder = open(path, parent);
    boolean own = false;
    try {
      if (!folder.isNew() || !IN_USE.add(folder.identity())) {
        throw PartPlace.notOwn(path);
      }
      own = true;
      return folder;
    } finally {
      if (!own) {
        folder.unmake();
        folder.close();
      }
    }
  }

  /** Takes over the access to its parent, if that succeeds. */
  private static PartFolder open(Path path, FolderAccess parent) throws IOException {
    FolderAccess access = parent.folder(String.valueOf(path.getFileName()));
    boolean opened = false;
    try {
      PartFolder folder =
          new PartFolder(
              path,
              parent,
              access,
              access.view(BasicFileAttributeView.class).readAttributes().fileKey());
      folder.requireInPlace();
      opened = true;
      return folder;
    } finally {
      if (!opened) {
        access.close();
      }
    }
  }

  private static PartFolder openFrom(Path path, FolderAccess parent) throws IOException {
    boolean opened = false;
    try {
      PartFolder folder = open(path, parent);
      opened = true;
      return folder;
    } finally {
      if (!opened) {
        parent.close();
      }
    }
  }

  static boolean isNamedLikeOne(Path path) {
    return path.toString().endsWith(ENDING);
  }

  /** What could be one by its name. */
  static List<Path> candidates(Path parent) {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, ".*" + ENDING)) {
      List<Path> candidates = new ArrayList<>();
      found.forEach(candidates::add);
      return candidates;
    } catch (IOException | DirectoryIteratorException _) {
      // Not every folder that can be written to can be read.
      return List.of();
    }
  }

  /**
   * Opens one that an earlier transfer has left.
   *
   * @param own a new one of this user
   * @return empty when it is in use in this process, or not only this user's own
   */
  static Optional<PartFolder> reopen(Path path, PartFolder own) throws IOException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    PartFolder folder = openFrom(path, own.parent().again());
    boolean used = false;
    try {
      if (folder.isLeftBySame(own) && IN_USE.add(folder.identity())) {
        used = true;
        return Optional.of(folder);
      }
      return Optional.empty();
    } finally {
      if (!used) {
        folder.close();
      }
    }
  }

  /**
   * Opens one that an earlier transfer has left, for who only looks at it: whose it is can then
   * only be told by who may read it.
   *
   * @return empty when it is in use in this process, or not closed to others
   */
  static Optional<PartFolder> glimpse(Path path) throws IOException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) || !isClosedToOthers(path)) {
      return Optional.empty();
    }
    PartFolder folder = openFrom(path, FolderAccess.of(path.resolveSibling("")));
    if (IN_USE.add(folder.identity())) {
      return Optional.of(folder);
    }
    folder.close();
    return Optional.empty();
  }

  private static boolean isClosedToOthers(Path path) throws IOException {
    return !Permissions.areSupported(path)
        || Permissions.areOwnersAlone(
            Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS))
        || PartPrivacy.isFixed(path);
  }

  /** Whether a tree of this process uses the one that is told apart by this. */
  static boolean isInUse(@Nullable Object identity) {
    return identity != null && IN_USE.contains(identity);
  }

  /** To be called by the one who used it. */
  static void release(PartFolder folder) {
    IN_USE.remove(folder.identity());
  }
}
