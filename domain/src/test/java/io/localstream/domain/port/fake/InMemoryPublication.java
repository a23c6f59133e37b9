package io.localstream.domain.port.fake;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.ManifestEntry;
import java.util.Optional;

/** Decides about what is in the way of something that arrives. */
record InMemoryPublication(InMemoryFileSpace space, Destination destination) {
  /** What becomes of something that has the name. */
  enum Verdict {
    YIELDS,
    STAYS,
    FORBIDS,
    BLOCKS
  }

  Verdict judge(String path, ManifestEntry entry) {
    for (String outer = InMemoryFileSpace.parent(path);
        !outer.isEmpty();
        outer = InMemoryFileSpace.parent(outer)) {
      if (space.isTaken(outer) && !space.isFolder(outer)) {
        return destination.ifExists() == ExistingFile.KEEP ? Verdict.FORBIDS : Verdict.BLOCKS;
      }
    }
    if (entry instanceof ManifestEntry.Folder) {
      boolean free = !space.isTaken(path) || space.isFolder(path);
      return free ? Verdict.YIELDS : judgeTakenByOther(entry);
    }
    return space.isTaken(path) ? judgeTaken(path, entry) : Verdict.YIELDS;
  }

  /** Something that is no folder has the name of one. */
  private Verdict judgeTakenByOther(ManifestEntry folder) {
    return switch (destination.ifExists(folder.path())) {
      case KEEP, ASK -> Verdict.FORBIDS;
      case SKIP, OVERWRITE, RENAME, NEWER, DIFFERENT, BACKUP -> Verdict.BLOCKS;
    };
  }

  private Verdict judgeTaken(String path, ManifestEntry entry) {
    return switch (destination.ifExists(entry.path())) {
      case KEEP, ASK -> Verdict.FORBIDS;
      case SKIP -> Verdict.STAYS;
      case RENAME -> Verdict.YIELDS;
      case OVERWRITE, BACKUP -> space.isFolder(path) ? Verdict.BLOCKS : Verdict.YIELDS;
      case NEWER -> replacedIf(path, isOlder(path, entry));
      case DIFFERENT -> replacedIf(path, !isSame(path, entry));
    };
  }

  private Verdict replacedIf(String path, boolean replaced) {
    if (space.isFolder(path)) {
      return Verdict.BLOCKS;
    }
    return replaced ? Verdict.YIELDS : Verdict.STAYS;
  }

  private boolean isOlder(String path, ManifestEntry entry) {
    return space.find(path).filter(file -> file.modified().isBefore(entry.modified())).isPresent();
  }

  private boolean isSame(String path, ManifestEntry entry) {
    return switch (entry) {
      case ManifestEntry.File file ->
          space
              .find(path)
              .filter(there ->
                  there.modified().equals(file.modified())
                      && there.content().length == file.sizeBytes())
              .isPresent();
      case ManifestEntry.Link link -> space.link(path).equals(Optional.of(link.target().value()));
      case ManifestEntry.Folder _ -> false;
    };
  }

  /**
   * Makes something visible.
   *
   * @return the path that it got, or empty: what is there stays
   * @throws LocalStreamException {@code FILE_EXISTS}
   */
  Optional<String> publish(String path, ManifestEntry entry, byte[] content) {
    return switch (judge(path, entry)) {
      case STAYS -> Optional.empty();
      case FORBIDS, BLOCKS -> throw exists(path);
      case YIELDS -> Optional.of(store(path, entry, content));
    };
  }

  static LocalStreamException exists(String path) {
    return new LocalStreamException(
        FailureCode.FILE_EXISTS, DisplayText.escape(path) + " exists already");
  }

  private String store(String path, ManifestEntry entry, byte[] content) {
    boolean beside = space.isTaken(path) && !(entry instanceof ManifestEntry.Folder);
    ExistingFile ifExists = destination.ifExists(entry.path());
    if (beside && ifExists == ExistingFile.BACKUP) {
      space.rename(path, free(path, ".bak", "", ""));
    }
    String target = beside && ifExists == ExistingFile.RENAME ? freeName(path) : path;
    space.store(target, entry, content);
    return target;
  }

  private String freeName(String path) {
    int dot = path.lastIndexOf('.');
    int end = dot > path.lastIndexOf('/') + 1 ? dot : path.length();
    return free(path.substring(0, end), " (", ")", path.substring(end));
  }

  private String free(String stem, String before, String after, String ending) {
    String free = before.equals(".bak") ? stem + before : stem + before + 1 + after + ending;
    for (int number = 1; space.isTaken(free); number++) {
      free = stem + before + number + after + ending;
    }
    return free;
  }
}
