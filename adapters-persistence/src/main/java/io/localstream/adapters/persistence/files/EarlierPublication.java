package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.ManifestEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** What an earlier attempt at the same transfer has published before it was killed. */
final class EarlierPublication implements Conflicts.Earlier {
  /** Beyond that nobody looks for the name that a file has got. */
  private static final int MAX_NAMES = 1_000;

  private final Landing landing;
  private final Progress progress;
  private final ReservedNames reserved;

  EarlierPublication(Landing landing, Progress progress) {
    this.landing = landing;
    this.progress = progress;
    this.reserved = new ReservedNames(landing, progress.folder());
  }

  @Override
  public boolean freed(int file, BasicFileAttributes there) throws IOException {
    return progress.foldersBefore().isPresent() && reserved.free(file, there);
  }

  /** Where nothing says that it had begun to publish, what is in the way may still be from it. */
  @Override
  public boolean published(int file, Path target, BasicFileAttributes there, Existing verdict)
      throws IOException {
    return progress.foldersBefore().isPresent()
        ? isPublished(file, target)
        : progress.isResumed()
            && verdict == Existing.FORBIDS
            && Existing.isSame(target, there, landing.entry(file));
  }

  /** What it has moved is not in its folder any more, and what it has linked is the same file. */
  private boolean isPublished(int file, Path target) throws IOException {
    ManifestEntry entry = landing.entry(file);
    Object key =
        progress
            .folder()
            .look(PartFolder.name(file))
            .map(BasicFileAttributes::fileKey)
            .orElse(null);
    for (int number = 0; number <= MAX_NAMES; number++) {
      Path name = target.resolveSibling(FreeName.of(Landing.last(landing.path(file)), number));
      BasicFileAttributes there = Grounds.attributes(name);
      if (there == null) {
        return false;
      }
      if (key == null ? Existing.isSame(name, there, entry) : key.equals(there.fileKey())) {
        return true;
      }
    }
    return false;
  }
}
