package io.localstream.adapters.persistence;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A small file of the home that is only ever replaced as a whole: whoever reads it, in any process
 * and at any moment, sees one complete state. Whoever changes it does so {@link #exclusively}.
 */
final class StoredFile {
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);

  private final OwnerOnlyFolder folder;
  private final Path path;
  private final Path lock;
  private final Duration lockPatience;

  /** A file with a lock of its own, {@code .NAME.lock}. */
  StoredFile(OwnerOnlyFolder folder, String name, Duration lockPatience) {
    this(folder, name, "." + name + ".lock", lockPatience);
  }

  /**
   * A file that may share its lock with others.
   *
   * @param lock the name of the lock, in the same folder
   */
  StoredFile(OwnerOnlyFolder folder, String name, String lock, Duration lockPatience) {
    this.folder = folder;
    this.path = folder.path().resolve(name);
    this.lock = folder.path().resolve(lock);
    this.lockPatience = lockPatience;
  }

  Path path() {
    return path;
  }

  /** Whether it can only be read. */
  boolean isReadOnly() {
    return folder.isReadOnly();
  }

  /**
   * The content, or empty where there is no such file.
   *
   * @param maxBytes more than that is refused
   */
  Optional<byte[]> read(int maxBytes) {
    try {
      requireSafe();
      try (FileChannel channel =
          FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(readAll(channel, maxBytes));
      }
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw unavailable("can't be read", e);
    }
  }

  /** Looks once, because the file may be created and replaced meanwhile. */
  private void requireSafe() throws IOException {
    if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .isRegularFile()) {
      throw new LocalStreamException(
          FailureCode.HOME_INSECURE,
          OwnerOnlyFolder.show(path) + " is a link or a folder, not a file; move it away");
    }
    folder.requireOwnerOnly(path, "rw-------");
  }

  private byte[] readAll(FileChannel channel, int maxBytes) throws IOException {
    if (channel.size() > maxBytes) {
      throw new LocalStreamException(
          FailureCode.STORE_DAMAGED,
          OwnerOnlyFolder.show(path) + " is too large to be what it should; move it away");
    }
    ByteBuffer content = ByteBuffer.allocate((int) channel.size());
    while (content.hasRemaining() && channel.read(content) >= 0) {
      // The file is never written to in place, so its size stays what it is.
    }
    return content.array();
  }

  /**
   * Replaces the content atomically; it is on disk when this returns. Only {@link #exclusively}:
   * the file that the content is prepared in has one name.
   */
  void replace(byte[] content) {
    Path prepared = path.resolveSibling("." + path.getFileName() + ".new");
    try {
      // What a process left that was killed in the middle.
      Files.deleteIfExists(prepared);
      writeNew(prepared, content);
      Files.move(prepared, path, StandardCopyOption.ATOMIC_MOVE);
      folder.force();
    } catch (IOException e) {
      throw unavailable("can't be written", e);
    }
  }

  /** Removes the file; that is on disk when this returns. Only {@link #exclusively}. */
  void delete() {
    try {
      Files.deleteIfExists(path);
      folder.force();
    } catch (IOException e) {
      throw unavailable("can't be removed", e);
    }
  }

  /** Writes a file that must not exist yet, readable for its owner only from the beginning. */
  static void writeNew(Path path, byte[] content) throws IOException {
    FileAttribute<?>[] attributes = OwnerOnly.onCreatingFile(path);
    try (FileChannel channel = FileChannel.open(path, NEW, attributes)) {
      ByteBuffer remaining = ByteBuffer.wrap(content);
      while (remaining.hasRemaining()) {
        channel.write(remaining);
      }
      channel.force(true);
    }
  }

  /** Runs the action while no other thread and no other process does so for the same file. */
  <R> R exclusively(Supplier<R> action) {
    if (folder.isReadOnly()) {
      throw new LocalStreamException(
          FailureCode.STORE_UNAVAILABLE,
          OwnerOnlyFolder.show(folder.path())
              + " can only be read, and this changes something in it; make it writable or set"
              + " LOCALSTREAM_HOME");
    }
    return ExclusiveLock.holding(lock, lockPatience, action);
  }

  private LocalStreamException unavailable(String what, IOException cause) {
    return unavailable(path, what, cause);
  }

  static LocalStreamException unavailable(Path path, String what, IOException cause) {
    return new LocalStreamException(
        FailureCode.STORE_UNAVAILABLE,
        OwnerOnlyFolder.show(path) + " " + what + "; check the disk and its permissions",
        cause);
  }
}
