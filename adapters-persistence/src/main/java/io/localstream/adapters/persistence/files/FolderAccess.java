package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileAttribute;
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

  boolean isEmpty() throws IOException;

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
    public boolean isEmpty() {
      return !folder.iterator().hasNext();
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
    public boolean isEmpty() throws IOException {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        return !entries.iterator().hasNext();
      }
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
