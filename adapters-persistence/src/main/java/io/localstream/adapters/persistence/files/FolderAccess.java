package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Access to the files of one folder by their names. Safe for several threads. */
sealed interface FolderAccess extends AutoCloseable {
  FileChannel open(String name, Set<OpenOption> options, FileAttribute<?>... attributes)
      throws IOException;

  /** A view that does not follow a link. */
  <V extends BasicFileAttributeView> V view(String name, Class<V> type) throws IOException;

  /** A view of the folder itself. */
  <V extends BasicFileAttributeView> V view(Class<V> type) throws IOException;

  void delete(String name) throws IOException;

  /** Deletes a folder, which must be empty. */
  void deleteFolder(String name) throws IOException;

  /** The same, where nobody else has done so. */
  default void deleteIfThere(String name) throws IOException {
    try {
      delete(name);
    } catch (NoSuchFileException _) {
      // It could not be created, or somebody has removed it.
    }
  }

  /**
   * What is in it; to be asked for once.
   *
   * @throws IOException also when it can't be read to the end
   */
  List<String> names() throws IOException;

  /** Access to a folder in this one. A link is not followed: then it fails. */
  FolderAccess folder(String name) throws IOException;

  /** Another access to this same folder, to be closed by itself. */
  FolderAccess again() throws IOException;

  /**
   * A path to this folder, for what Java does only by a path. If the system has such paths, it
   * leads here whatever is done to the folder's name. To be asked for each time.
   *
   * @param named the path of the folder, which is the answer otherwise
   */
  Path way(Path named) throws IOException;

  /** Moves what has a name here, and replaces a file or link, or an empty folder by a folder. */
  void move(String name, FolderAccess to, String newName) throws IOException;

  /** Brings the names in it to disk, as far as the system lets. */
  void force();

  @Override
  void close() throws IOException;

  /** Access to a folder; where the system can, the folder stays the same whatever it is named. */
  @SuppressWarnings("StreamResourceLeak") // It is closed with the access.
  static FolderAccess of(Path folder) throws IOException {
    DirectoryStream<Path> stream = Files.newDirectoryStream(folder);
    if (stream instanceof SecureDirectoryStream<Path> secure) {
      return new Held(secure);
    }
    stream.close();
    return new Named(folder);
  }

  private static List<String> names(DirectoryStream<Path> entries) throws IOException {
    List<String> names = new ArrayList<>();
    try {
      entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return names;
  }

  /** How a folder is opened to be forced. */
  @FunctionalInterface
  interface Opening {
    FileChannel open() throws IOException;
  }

  private static void force(Opening opening) {
    try (FileChannel channel = opening.open()) {
      channel.force(true);
    } catch (IOException _) {
      // What is in it is on the disk; not every folder can be read or forced.
    }
  }

  /** By a descriptor of the folder, see openat(2): nobody can put another in its place. */
  record Held(SecureDirectoryStream<Path> folder) implements FolderAccess {
    @Override
    public FileChannel open(String name, Set<OpenOption> options, FileAttribute<?>... attributes)
        throws IOException {
      return (FileChannel) folder.newByteChannel(Path.of(name), options, attributes);
    }

    @Override
    public <V extends BasicFileAttributeView> V view(String name, Class<V> type) {
      return folder.getFileAttributeView(Path.of(name), type, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public <V extends BasicFileAttributeView> V view(Class<V> type) {
      return folder.getFileAttributeView(type);
    }

    @Override
    public void delete(String name) throws IOException {
      folder.deleteFile(Path.of(name));
    }

    @Override
    public void deleteFolder(String name) throws IOException {
      folder.deleteDirectory(Path.of(name));
    }

    @Override
    public List<String> names() throws IOException {
      return FolderAccess.names(folder);
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // It is closed with the access.
    public FolderAccess folder(String name) throws IOException {
      return new Held(folder.newDirectoryStream(Path.of(name), LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public FolderAccess again() throws IOException {
      return folder(".");
    }

    @Override
    public Path way(Path named) throws IOException {
      Object key = view(BasicFileAttributeView.class).readAttributes().fileKey();
      return Objects.requireNonNullElse(DescriptorPath.of(key), named);
    }

    @Override
    public void move(String name, FolderAccess to, String newName) throws IOException {
      if (!(to instanceof Held held)) {
        throw new IllegalArgumentException("a folder that is held, and one that is not");
      }
      folder.move(Path.of(name), held.folder, Path.of(newName));
    }

    @Override
    public void force() {
      FolderAccess.force(() -> open(".", Set.of(StandardOpenOption.READ)));
    }

    @Override
    public void close() throws IOException {
      folder.close();
    }
  }

  /** By paths, where there is nothing better. */
  record Named(Path folder) implements FolderAccess {
    @Override
    public FileChannel open(String name, Set<OpenOption> options, FileAttribute<?>... attributes)
        throws IOException {
      return FileChannel.open(folder.resolve(name), options, attributes);
    }

    @Override
    public <V extends BasicFileAttributeView> V view(String name, Class<V> type) {
      return Files.getFileAttributeView(folder.resolve(name), type, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public <V extends BasicFileAttributeView> V view(Class<V> type) {
      return Files.getFileAttributeView(folder, type, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void delete(String name) throws IOException {
      Files.delete(folder.resolve(name));
    }

    @Override
    public void deleteFolder(String name) throws IOException {
      Path inner = folder.resolve(name);
      if (!Files.isDirectory(inner, LinkOption.NOFOLLOW_LINKS)) {
        throw new NotDirectoryException(inner.toString());
      }
      Files.delete(inner);
    }

    @Override
    public List<String> names() throws IOException {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        return FolderAccess.names(entries);
      }
    }

    @Override
    public FolderAccess folder(String name) throws IOException {
      Path inner = folder.resolve(name);
      if (!Files.isDirectory(inner, LinkOption.NOFOLLOW_LINKS)) {
        throw new NotDirectoryException(inner.toString());
      }
      return new Named(inner);
    }

    @Override
    public FolderAccess again() {
      return this;
    }

    @Override
    public Path way(Path named) {
      return named;
    }

    @Override
    public void move(String name, FolderAccess to, String newName) throws IOException {
      if (!(to instanceof Named named)) {
        throw new IllegalArgumentException("a folder that is held, and one that is not");
      }
      Files.move(
          folder.resolve(name), named.folder.resolve(newName), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void force() {
      if (Permissions.areSupported(folder)) {
        FolderAccess.force(() -> FileChannel.open(folder, StandardOpenOption.READ));
      }
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
