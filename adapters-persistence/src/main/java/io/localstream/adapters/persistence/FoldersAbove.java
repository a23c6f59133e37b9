package io.localstream.adapters.persistence;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * The folders and links through which a path is reached. Each could be used to put another folder
 * in the place of the one that is meant, so each belongs to root or to this user, and can be
 * written by no other; compare StrictModes of OpenSSH.
 */
final class FoldersAbove {
  /** As many as Linux follows. */
  private static final int MAX_LINKS = 40;

  private static final int ROOT = 0;
  private static final int STICKY = 01000;
  private static final int GROUP_WRITES = 0020;
  private static final int OTHERS_WRITE = 0002;

  private final int user;
  private final Accounts accounts;

  /**
   * @param user the number of this user
   */
  FoldersAbove(int user, Accounts accounts) {
    this.user = user;
    this.accounts = accounts;
  }

  /**
   * Checks everything that leads to a folder, but not the folder itself.
   *
   * @throws LocalStreamException {@code HOME_INSECURE}
   */
  void requireSafe(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return;
    }
    for (Path above : leadingTo(folder.toAbsolutePath())) {
      requireOwner(above);
      if (!Files.isSymbolicLink(above)) {
        requireOthersCantWrite(above);
      }
    }
  }

  private static Set<Path> leadingTo(Path folder) throws IOException {
    Set<Path> passed = new LinkedHashSet<>();
    Deque<Path> ahead = new ArrayDeque<>();
    folder.forEach(ahead::addLast);
    Path at = Objects.requireNonNull(folder.getRoot());
    int links = 0;
    while (!ahead.isEmpty()) {
      passed.add(at);
      Path next = at.resolve(ahead.removeFirst()).normalize();
      if (!Files.isSymbolicLink(next)) {
        at = next;
        continue;
      }
      if (++links > MAX_LINKS) {
        throw new FileSystemLoopException(folder.toString());
      }
      passed.add(next);
      Path target = Files.readSymbolicLink(next);
      Deque<Path> first = new ArrayDeque<>();
      target.forEach(first::addLast);
      first.addAll(ahead);
      ahead = first;
      at = target.isAbsolute() ? Objects.requireNonNull(target.getRoot()) : at;
    }
    return passed;
  }

  private void requireOwner(Path above) throws IOException {
    int owner = (int) attribute(above, "uid");
    if (owner != ROOT && owner != user) {
      PosixFileAttributes attributes =
          Files.readAttributes(above, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      throw insecure(
          above,
          "belongs to another user ("
              + attributes.owner().getName()
              + "), who could replace what is below it; set LOCALSTREAM_HOME to a folder"
              + " elsewhere");
    }
  }

  private void requireOthersCantWrite(Path above) throws IOException {
    int mode = (int) attribute(above, "mode");
    // In a sticky folder only the owner of an entry, and of the folder, may replace it.
    if ((mode & STICKY) != 0) {
      return;
    }
    if ((mode & OTHERS_WRITE) != 0) {
      throw insecure(above, "can be written to by everybody; run chmod o-w on it");
    }
    if ((mode & GROUP_WRITES) != 0 && !accounts.isAlone(user, (int) attribute(above, "gid"))) {
      throw insecure(
          above, "can be written to by a group with other users in it; run chmod g-w on it");
    }
  }

  private static Object attribute(Path path, String name) throws IOException {
    return Files.getAttribute(path, "unix:" + name, LinkOption.NOFOLLOW_LINKS);
  }

  private static LocalStreamException insecure(Path above, String why) {
    return new LocalStreamException(
        FailureCode.HOME_INSECURE,
        "LocalStream's data is not safe: " + OwnerOnlyFolder.show(above) + " " + why);
  }
}
