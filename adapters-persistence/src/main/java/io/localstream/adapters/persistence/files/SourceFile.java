package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.RelativePath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A regular file that is open for being sent, and how it was then. Safe for several threads. */
final class SourceFile {
  private final Path path;
  private final FileChannel channel;
  private final BasicFileAttributes opened;
  private final ManifestEntry entry;

  private SourceFile(
      Path path, FileChannel channel, BasicFileAttributes opened, ManifestEntry entry) {
    this.path = path;
    this.channel = channel;
    this.opened = opened;
    this.entry = entry;
  }

  /**
   * Opens a file; a link that the person named is followed.
   *
   * @param name asked for once it is clear that there is a file
   */
  static SourceFile open(Path path, Supplier<RelativePath> name) {
    try {
      BasicFileAttributes before = Files.readAttributes(path, BasicFileAttributes.class);
      // Before opening, because opening a pipe would wait for somebody to write into it.
      requireRegular(path, before);
      ManifestEntry entry =
          new ManifestEntry(
              name.get(),
              before.size(),
              before.lastModifiedTime().toInstant(),
              Permissions.of(path));
      FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
      SourceFile file = new SourceFile(path, channel, before, entry);
      file.verifyOpened();
      return file;
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

  private void verifyOpened() {
    boolean verified = false;
    try {
      verifyUnchanged();
      verified = true;
    } finally {
      if (!verified) {
        close();
      }
    }
  }

  ManifestEntry entry() {
    return entry;
  }

  /** Reads some of what remains in the buffer, from that position of the file on. */
  void read(long position, ByteBuffer buffer) {
    try {
      if (channel.read(buffer, position) <= 0) {
        throw changed(null);
      }
    } catch (ClosedChannelException e) {
      throw failure(FailureCode.CANCELLED, path, "was not sent: it was cancelled", e);
    } catch (IOException e) {
      throw failure(FailureCode.FILE_UNREADABLE, path, "can't be read any more", e);
    }
  }

  /**
   * Compares the file under the path with the one that was opened. That it is the same file shows
   * that its modification time is the one of the open file too.
   */
  void verifyUnchanged() {
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      boolean same =
          now.size() == opened.size()
              && now.lastModifiedTime().equals(opened.lastModifiedTime())
              && Objects.equals(now.fileKey(), opened.fileKey())
              && channel.size() == opened.size();
      if (!same) {
        throw changed(null);
      }
    } catch (ClosedChannelException e) {
      throw failure(FailureCode.CANCELLED, path, "was not sent: it was cancelled", e);
    } catch (NoSuchFileException e) {
      throw changed(e);
    } catch (IOException e) {
      throw failure(FailureCode.FILE_UNREADABLE, path, "can't be read any more", e);
    }
  }

  private LocalStreamException changed(@Nullable IOException cause) {
    return failure(
        FailureCode.FILE_CHANGED, path, "changed while it was sent; send it again", cause);
  }

  private static LocalStreamException failure(
      FailureCode code, Path path, String what, @Nullable IOException cause) {
    return new LocalStreamException(code, TypedPaths.show(path) + " " + what, cause);
  }

  void close() {
    try {
      channel.close();
    } catch (IOException _) {
      // It was only read from, so nothing is lost.
    }
  }
}
