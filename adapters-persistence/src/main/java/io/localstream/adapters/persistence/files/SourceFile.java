package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.MissingEntry;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be sent, and how it was when it was described. Small, since there may be a
 * great many: the place is shared with others, and the name is the entry's last one.
 *
 * @param place the folder that it lies in; of a folder, itself
 * @param key tells it from nearly everything else that is there at the same time, where the system
 *     can: as many bits as a great many files have room for
 */
record SourceFile(SourcePlace place, ManifestEntry entry, int key) {
  /** The key of what was looked at. */
  static int key(BasicFileAttributes attributes) {
    return Objects.hashCode(attributes.fileKey());
  }

  private String name() {
    return place.nameOf(entry.path().fileName());
  }

  /** The path of a file or link. */
  private Path path() {
    return place.pathOf(entry.path().fileName());
  }

  /**
   * Opens the file for reading, if it is still the one that was described.
   *
   * @param folder its folder, open
   */
  FileChannel open(OpenFolder folder, LinkOption... options) throws IOException {
    // Before opening, because opening a pipe would wait for somebody to write into it.
    hasGrown(folder, options);
    return folder.open(name(), options);
  }

  /**
   * Compares the file under the name with the one that was described. Where it is the same, what
   * was read from a channel that was opened between two such comparisons came from that file.
   *
   * @return whether it has become longer, and nothing else is known to have changed
   * @throws SourceChangedException it is another, or has changed otherwise
   */
  boolean hasGrown(OpenFolder folder, LinkOption... options) throws IOException {
    BasicFileAttributes now = folder.attributes(name(), options);
    boolean same =
        now.size() == entry.sizeBytes() && ModificationTime.of(now).equals(entry.modified());
    boolean grown = now.size() > entry.sizeBytes() && now.isRegularFile();
    if (key(now) != key || !(same || grown)) {
      throw new SourceChangedException();
    }
    return grown;
  }

  /** Says in words for a person what was sent of a file that has become longer. */
  MissingEntry grown() {
    return new MissingEntry(
        TypedPaths.show(path()),
        FailureCode.FILE_CHANGED,
        "grew while it was sent: what was there at the start was sent, and may be inconsistent");
  }

  /** Says in words for a person why it could not be sent as it was described. */
  MissingEntry spoiltBy(IOException cause) {
    String path = TypedPaths.show(path());
    return switch (cause) {
      case SourceChangedException _ ->
          new MissingEntry(
              path, FailureCode.FILE_CHANGED, "changed while it was sent; send it again");
      case FalseSizeException _ ->
          new MissingEntry(path, FailureCode.FILE_UNREADABLE, FalseSizeException.WORDS);
      case NoSuchFileException _ ->
          new MissingEntry(path, FailureCode.FILE_MISSING, "is not there any more");
      default -> new MissingEntry(path, FailureCode.FILE_UNREADABLE, "can't be read any more");
    };
  }

  /** What whoever still reads is told. */
  LocalStreamException cancelled(@Nullable IOException cause) {
    return new LocalStreamException(
        FailureCode.CANCELLED, TypedPaths.show(path()) + " was not sent: it was cancelled", cause);
  }
}
