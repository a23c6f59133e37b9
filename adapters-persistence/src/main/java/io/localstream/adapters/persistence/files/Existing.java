package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.ManifestEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** What becomes of something that has the name of something that arrives. */
enum Existing {
  /** The new one takes its place, or comes beside it. */
  YIELDS,
  /** The new one is not wanted. */
  STAYS,
  /** The person wanted to be told instead. */
  FORBIDS,
  /** It is nothing that could be replaced. */
  BLOCKS;

  /**
   * Decides.
   *
   * @param attributes of what is there itself, not of what it may lead to
   */
  static Existing judge(
      Path path, BasicFileAttributes attributes, ManifestEntry entry, ExistingFile ifExists)
      throws IOException {
    boolean replaceable = attributes.isRegularFile() || attributes.isSymbolicLink();
    return switch (ifExists) {
      case KEEP, ASK -> FORBIDS;
      case SKIP -> STAYS;
      case RENAME -> YIELDS;
      case OVERWRITE, BACKUP -> replaceable ? YIELDS : BLOCKS;
      case NEWER -> replaceable ? yields(isOlder(path, attributes, entry)) : BLOCKS;
      case DIFFERENT -> replaceable ? yields(!isSame(path, attributes, entry)) : BLOCKS;
    };
  }

  private static Existing yields(boolean yields) {
    return yields ? YIELDS : STAYS;
  }

  private static boolean isOlder(Path path, BasicFileAttributes attributes, ManifestEntry entry)
      throws IOException {
    return ModificationTime.isOlder(
        path, attributes.lastModifiedTime().toInstant(), entry.modified());
  }

  /** Whether it is what arrives, as far as that can be told without reading it. */
  static boolean isSame(Path path, BasicFileAttributes attributes, ManifestEntry entry)
      throws IOException {
    return switch (entry) {
      case ManifestEntry.File file ->
          attributes.isRegularFile()
              && attributes.size() == file.sizeBytes()
              && ModificationTime.isSame(
                  path, attributes.lastModifiedTime().toInstant(), file.modified());
      case ManifestEntry.Link link ->
          attributes.isSymbolicLink()
              && Files.readSymbolicLink(path).toString().equals(link.target().value());
      case ManifestEntry.Folder _ -> attributes.isDirectory();
    };
  }
}
