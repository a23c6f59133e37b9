package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A folder from which files are sent, open for reading. The options of each method say whether a
 * link under the name is followed. Safe for several threads.
 */
sealed interface OpenFolder extends AutoCloseable {
  /** What the folder itself is. */
  BasicFileAttributes attributes() throws IOException;

  BasicFileAttributes attributes(String name, LinkOption... options) throws IOException;

  /** Opens a file for reading. */
  FileChannel open(String name, LinkOption... options) throws IOException;

  OpenFolder folder(String name, LinkOption... options) throws IOException;

  /** Where a symbolic link leads. */
  Path readLink(String name) throws IOException;

  /**
   * The last names of what is in it, in no order; to be asked for once.
   *
   * @throws IOException also if it can't be read to the end
   */
  List<Path> names() throws IOException;

  @Override
  void close() throws IOException;

  /** Opens the folder that a path names; links on the way are followed. */
  @SuppressWarnings("StreamResourceLeak") // It is closed with the folder.
  static OpenFolder of(Path path) throws IOException {
    DirectoryStream<Path> stream;
    try {
      stream = Files.newDirectoryStream(path);
    } catch (AccessDeniedException _) {
      // The files in a folder that can't be listed can be read all the same.
      return new Named(path);
    }
    if (stream instanceof SecureDirectoryStream<Path> secure) {
      return new Held(secure, path);
    }
    stream.close();
    return new Named(path);
  }

  /** What tells the folder from every other. */
  default Object key() throws IOException {
    return key(attributes());
  }

  /** The same from attributes of the folder that are known. */
  default Object key(BasicFileAttributes own) throws IOException {
    Object key = own.fileKey();
    return key == null ? path().toRealPath() : key;
  }

  /** Where it was found. */
  Path path();

  private static List<Path> names(DirectoryStream<Path> entries) throws IOException {
    List<Path> names = new ArrayList<>();
    try {
      for (Path entry : entries) {
        names.add(entry.getFileName());
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return names;
  }

  private static Set<OpenOption> reading(LinkOption... options) {
    Set<OpenOption> all = new HashSet<>(Set.of(options));
    all.add(StandardOpenOption.READ);
    return all;
  }

  /** By a descriptor, see openat(2): whatever is done to its path, it stays this folder. */
  record Held(SecureDirectoryStream<Path> stream, Path path) implements OpenFolder {
    @Override
    public BasicFileAttributes attributes() throws IOException {
      return read(
          stream.getFileAttributeView(PosixFileAttributeView.class),
          stream.getFileAttributeView(BasicFileAttributeView.class));
    }

    @Override
    public BasicFileAttributes attributes(String name, LinkOption... options) throws IOException {
      Path relative = Path.of(name);
      return read(
          stream.getFileAttributeView(relative, PosixFileAttributeView.class, options),
          stream.getFileAttributeView(relative, BasicFileAttributeView.class, options));
    }

    private static BasicFileAttributes read(
        PosixFileAttributeView posix, BasicFileAttributeView basic) throws IOException {
      return posix == null ? basic.readAttributes() : posix.readAttributes();
    }

    @Override
    public FileChannel open(String name, LinkOption... options) throws IOException {
      return (FileChannel) stream.newByteChannel(Path.of(name), reading(options));
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // It is closed with the folder.
    public OpenFolder folder(String name, LinkOption... options) throws IOException {
      return new Held(stream.newDirectoryStream(Path.of(name), options), path.resolve(name));
    }

    @Override
    public Path readLink(String name) throws IOException {
      Path descriptor = DescriptorPath.of(attributes().fileKey());
      if (descriptor != null) {
        return Files.readSymbolicLink(descriptor.resolve(name));
      }
      BasicFileAttributes link = attributes(name, LinkOption.NOFOLLOW_LINKS);
      Path text = Files.readSymbolicLink(path.resolve(name));
      BasicFileAttributes read = Permissions.read(path.resolve(name), LinkOption.NOFOLLOW_LINKS);
      if (!Objects.equals(link.fileKey(), read.fileKey())) {
        throw new SourceChangedException();
      }
      return text;
    }

    @Override
    public List<Path> names() throws IOException {
      return OpenFolder.names(stream);
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }

  /** By its path, where the system has nothing better or does not let the folder be listed. */
  record Named(Path path) implements OpenFolder {
    @Override
    public BasicFileAttributes attributes() throws IOException {
      return Permissions.read(path);
    }

    @Override
    public BasicFileAttributes attributes(String name, LinkOption... options) throws IOException {
      return Permissions.read(path.resolve(name), options);
    }

    @Override
    public FileChannel open(String name, LinkOption... options) throws IOException {
      return FileChannel.open(path.resolve(name), reading(options));
    }

    @Override
    public OpenFolder folder(String name, LinkOption... options) throws IOException {
      Path inner = path.resolve(name);
      if (!Files.isDirectory(inner, options)) {
        throw new NotDirectoryException(inner.toString());
      }
      return new Named(inner);
    }

    @Override
    public Path readLink(String name) throws IOException {
      return Files.readSymbolicLink(path.resolve(name));
    }

    @Override
    public List<Path> names() throws IOException {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
        return OpenFolder.names(entries);
      }
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
