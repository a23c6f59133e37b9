package io.localstream.adapters.persistence.files;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hidden folder, for its owner only, in which the files of one transfer arrive. It lies beside
 * their final names, and so on the same file system. Its files are called 0, 1 and so on, as they
 * are in the manifest. Safe for several threads.
 */
final class PartFolder {
  /** Nobody else can create a file there, and a lane that died may have created it already. */
  private static final Set<OpenOption> WRITE =
      Set.of(READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE, LinkOption.NOFOLLOW_LINKS);

  static final String LINK = "link";
  static final String FOLDER = "folder";
  private static final Pattern PART = Pattern.compile("0|[1-9][0-9]{0,6}");
  private static final String PROBE = "probe";
  private static final Set<OpenOption> CHANGE =
      Set.of(READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);

  private final PartPlace place;
  private final Path path;
  private final FolderAccess access;

  /** The files that may be there. */
  private final BitSet made = new BitSet();

  /** Those that were there before. */
  private final BitSet left = new BitSet();

  /** Those of them that were not opened since. */
  private final BitSet unopened = new BitSet();

  private @Nullable PartPrivacy privacy;

  /**
   * @param parent the folder that it lies in, to be closed with it
   */
  PartFolder(Path path, FolderAccess parent, FolderAccess access, @Nullable Object key) {
    this.place = new PartPlace(path, parent, key);
    this.path = path;
    this.access = access;
  }

  /** Whether it is one of the same user, who alone can use it; if so, its files are known. */
  boolean isLeftBySame(PartFolder own) throws IOException {
    privacy = own.privacy;
    if (privacy != null && !privacy.holdsFor(access)) {
      return false;
    }
    for (String name : access.names()) {
      if (PART.matcher(name).matches()) {
        made.set(Integer.parseInt(name));
        left.set(Integer.parseInt(name));
      }
    }
    unopened.or(left);
    return true;
  }

  /** What tells it from all others. */
  Object identity() {
    Object key = place.key();
    return key == null ? path : key;
  }

  /** Whether it is empty and this user's alone. */
  boolean isNew() throws IOException {
    if (!access.names().isEmpty()) {
      return false;
    }
    PartPrivacy found = PartPrivacy.in(access, path, PROBE);
    privacy = found;
    return found.holdsFor(access);
  }

  /** The folder that it lies in, which stays open as long as it does. */
  FolderAccess parent() {
    return place.parent();
  }

  /** Makes sure that the path still leads here. */
  void requireInPlace() throws IOException {
    place.requireReachable();
  }

  /** A path to something in it, see {@link FolderAccess#way}. */
  Path way(String part) throws IOException {
    return access.way(path).resolve(part);
  }

  /**
   * Opens a file for writing and reading, which is created where it is missing.
   *
   * @param permissions of a new one, less what the user's mask and the folder take away
   */
  FileChannel open(int file, int permissions) throws IOException {
    synchronized (made) {
      made.set(file);
      if (unopened.get(file)) {
        unopened.clear(file);
        LeftPart.makeWritable(path(name(file)), access, name(file));
      }
    }
    return access.open(name(file), WRITE, Permissions.ofNew(path, permissions));
  }

  Path path() {
    return path;
  }

  /**
   * Takes from the owner what the owner of the source has not, either: while it arrives a file can
   * always be read and written.
   */
  void restrict(String part, int permissions) throws IOException {
    boolean fixed = privacy == null || privacy.isFixed();
    if (!Permissions.letOwnerReadAndWrite(permissions) && !fixed) {
      PosixFileAttributeView view = access.view(part, PosixFileAttributeView.class);
      view.setPermissions(Permissions.within(view.readAttributes(), permissions));
    }
  }

  /** Gives a file its modification time. */
  void date(int file, Instant modified) throws IOException {
    BasicFileAttributeView view = access.view(name(file), BasicFileAttributeView.class);
    ModificationTime.set(view, modified);
  }

  Path path(String part) {
    return path.resolve(part);
  }

  /** Whether an earlier transfer has written to it. */
  boolean isLeft(int file) {
    return left.get(file);
  }

  /** What a file is called here. */
  static String name(int file) {
    return Integer.toString(file);
  }

  /** Moves something out of it, see {@link FolderAccess#move}. */
  void move(String part, FolderAccess to, String name) throws IOException {
    access.move(part, to, name);
    isGone(part);
  }

  /** Removes what has another name by now. */
  void forget(String part) {
    try {
      access.deleteIfThere(part);
      isGone(part);
    } catch (IOException _) {
      // It goes with the folder.
    }
  }

  private void isGone(String part) {
    if (PART.matcher(part).matches()) {
      synchronized (made) {
        made.clear(Integer.parseInt(part));
      }
    }
  }

  /** Whether files are there that were not published. */
  boolean holdsFiles() {
    synchronized (made) {
      return !made.isEmpty();
    }
  }

  /** Creates a file that only its owner can use, for something about the others. */
  FileChannel create(String name) throws IOException {
    return access.open(name, NEW, Permissions.ofNew(path, 0));
  }

  /** Opens such a file that is there. */
  FileChannel reopen(String name) throws IOException {
    return access.open(name, CHANGE);
  }

  void delete(String name) throws IOException {
    access.delete(name);
  }

  /** How something in it is, if it is there. */
  Optional<BasicFileAttributes> look(String name) {
    try {
      return Optional.of(access.view(name, BasicFileAttributeView.class).readAttributes());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** Who may use something in it. */
  PosixFileAttributes posix(String name) throws IOException {
    return access.view(name, PosixFileAttributeView.class).readAttributes();
  }

  /** Moves a file into another one of these. */
  void give(int file, PartFolder to, int newFile) throws IOException {
    access.move(name(file), to.access, name(newFile));
    synchronized (to.made) {
      to.made.set(newFile);
      to.unopened.set(newFile);
    }
    to.left.set(newFile);
  }

  /** Brings the names in it to disk. */
  void force() {
    access.force();
  }

  /** Leaves it to others as it is. */
  void leave() {
    close();
    PartFolders.release(this);
  }

  /** Ends what was only a look at it. */
  void close() {
    try (FolderAccess _ = place.parent()) {
      access.close();
    } catch (IOException _) {
      // It was only used to come here.
    }
  }

  /**
   * Removes the files that are left, and itself unless something else is in it or in its place.
   *
   * @param others what else was created in it
   */
  void remove(List<String> others) {
    try (FolderAccess _ = place.parent();
        access) {
      for (int file = made.nextSetBit(0); file >= 0; file = made.nextSetBit(file + 1)) {
        deleteIfThere(name(file));
      }
      for (String other : others) {
        deleteIfThere(other);
      }
      removeFolder();
      place.remove();
    } catch (IOException _) {
      // It is gone, or it can't be removed: nobody could do more about it.
    } finally {
      PartFolders.release(this);
    }
  }

  void deleteIfThere(String name) throws IOException {
    access.deleteIfThere(name);
  }

  /** Removes a folder that was made in it and not moved. */
  void removeFolder() throws IOException {
    try {
      access.deleteFolder(FOLDER);
    } catch (NoSuchFileException _) {
      // It was moved, or none was made.
    }
  }

  /** Removes itself, if it is empty and was only just made. */
  void unmake() {
    try {
      place.remove();
    } catch (IOException _) {
      // Something else has its name, or is in it: that is left alone.
    }
  }
}
