package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.RelativePath;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A regular file that is to be sent, and how it was when it was described. Small, since there may
 * be a great many: the folder is shared with others.
 *
 * @param key tells the file from every other that is there at the same time, where the system can
 */
record SourceFile(Path folder, ManifestEntry entry, @Nullable Object key) {
  private static final Set<StandardOpenOption> READ = Set.of(StandardOpenOption.READ);

  /**
   * Describes a file that can be read; a link that the person named is followed.
   *
   * @param folder where it lies
   * @param name asked for once it is clear that there is a file
   */
  static SourceFile describe(Path folder, Path path, Supplier<RelativePath> name) {
    try {
      BasicFileAttributes now = Permissions.read(path);
      requireRegular(path, now);
      if (!Permissions.letEverybodyRead(now) && !Files.isReadable(path)) {
        throw new AccessDeniedException(path.toString());
      }
      ManifestEntry entry =
          new ManifestEntry(
              name.get(), now.size(), now.lastModifiedTime().toInstant(), Permissions.of(now));
      return new SourceFile(folder, entry, now.fileKey());
    } catch (NoSuchFileException e) {
      throw failure(FailureCode.FILE_MISSING, path, "does not exist; check its spelling", e);
    } catch (IOException e) {
      throw failure(FailureCode.FILE_UNREADABLE, path, "can't be read; check its permissions", e);
    }
  }

  private static void requireRegular(Path path, BasicFileAttributes attributes) {
    if (attributes.isDirectory()) {
      throw failure(
          FailureCode.FILE_UNREADABLE, path, "is a folder; folders can't be sent yet", null);
    }
    if (!attributes.isRegularFile()) {
      throw failure(
          FailureCode.FILE_UNREADABLE, path, "is a device or a pipe; only files can be sent", null);
    }
  }

  private Path path() {
    return folder.resolve(entry.path().value());
  }

  /** Opens it for reading, if it is still the file that was described. */
  FileChannel open() {
    Path path = path();
    try {
      // Before opening, because opening a pipe would wait for somebody to write into it.
      requireUnchanged(path);
      return FileChannel.open(path, READ);
    } catch (IOException e) {
      throw reading(e);
    }
  }

  /**
   * Compares the file under the path with the one that was described. Where it is the same, what
   * was read from a channel that was opened between two such comparisons came from that file.
   */
  void verifyUnchanged() {
    try {
      requireUnchanged(path());
    } catch (IOException e) {
      throw reading(e);
    }
  }

  private void requireUnchanged(Path path) throws IOException {
    BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
    boolean same =
        now.size() == entry.sizeBytes()
            && now.lastModifiedTime().toInstant().equals(entry.modified())
            && Objects.equals(now.fileKey(), key);
    if (!same) {
      throw changed(null);
    }
  }

  /** Says in words for a person why it could not be read. */
  LocalStreamException reading(IOException cause) {
    return switch (cause) {
      case ClosedChannelException e ->
          failure(FailureCode.CANCELLED, path(), "was not sent: it was cancelled", e);
      case NoSuchFileException e -> changed(e);
      default -> failure(FailureCode.FILE_UNREADABLE, path(), "can't be read any more", cause);
    };
  }

  LocalStreamException changed(@Nullable IOException cause) {
    return failure(
        FailureCode.FILE_CHANGED, path(), "changed while it was sent; send it again", cause);
  }

  private static LocalStreamException failure(
      FailureCode code, Path path, String what, @Nullable IOException cause) {
    return new LocalStreamException(code, TypedPaths.show(path) + " " + what, cause);
  }
}
