package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * A folder that something is published in.
 *
 * @param path of the folder, for what can only be done by it, and for people
 */
record Place(FolderAccess access, Path path, Kind kind) {
  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, LinkOption.NOFOLLOW_LINKS);

  /** What is known of it. */
  enum Kind {
    /** The one that the person named. */
    CHOSEN,
    /** One below it, which was there. */
    FOUND,
    /** One below it, which was made just now. */
    MADE
  }

  BasicFileAttributes attributes(String name) throws IOException {
    return access.view(name, BasicFileAttributeView.class).readAttributes();
  }

  /**
   * Gives a part a name that nothing has.
   *
   * @throws FileAlreadyExistsException when the name is taken
   */
  void put(PartFolder parts, String part, String name) throws IOException {
    switch (kind) {
      case CHOSEN -> {
        Publication.linkUnlessTaken(parts.way(part), access.way(path).resolve(name));
        parts.forget(part);
      }
      case FOUND -> putReserved(parts, part, name);
      // Whoever puts something there in this moment does so to be replaced.
      case MADE -> replace(parts, part, name);
    }
  }

  /**
   * As {@link Publication#moveToReservedName}: the one way that does not go by a path, in which
   * somebody could have put a link by now.
   */
  private void putReserved(PartFolder parts, String part, String name) throws IOException {
    reserve(name, () -> replace(parts, part, name));
  }

  /** What puts something in the place of an empty file. */
  @FunctionalInterface
  private interface Move {
    void run() throws IOException;
  }

  private void reserve(String name, Move move) throws IOException {
    access.open(name, NEW, Permissions.ofNew(path, 0)).close();
    BasicFileAttributes reserved = attributes(name);
    boolean moved = false;
    try {
      move.run();
      moved = true;
    } finally {
      if (!moved && Publication.isStill(reserved, attributes(name))) {
        access.deleteIfThere(name);
      }
    }
  }

  /** Gives a part a name, and takes it from what has it. */
  void replace(PartFolder parts, String part, String name) throws IOException {
    parts.move(part, access, name);
  }

  /**
   * Gives what is here another name that nothing has.
   *
   * @throws FileAlreadyExistsException when the other name is taken
   */
  void rename(String name, String free) throws IOException {
    reserve(free, () -> access.move(name, access, free));
  }
}
