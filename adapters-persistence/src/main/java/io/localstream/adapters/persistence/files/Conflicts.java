package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.ManifestEntry;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks, before anything is received, at what is in the way of it. */
final class Conflicts {
  /** Beyond that nobody looks for the name that a file has got. */
  private static final int MAX_NAMES = 1_000;

  private static final String ADVICE =
      "exists already; choose another name, or --overwrite or --rename";

  private final Landing landing;
  private final ExistingFile ifExists;
  private final Progress progress;
  private final Unwanted unwanted = new Unwanted();
  private final Map<String, Ground> grounds = new HashMap<>();
  private @Nullable Path firstTaken;
  private int taken;

  /** What is where a folder of the transfer will be. */
  private enum Ground {
    FOLDER,
    NOTHING,
    OTHER
  }

  private Conflicts(Landing landing, ExistingFile ifExists, Progress progress) {
    this.landing = landing;
    this.ifExists = ifExists;
    this.progress = progress;
  }

  /**
   * Finds what need not come.
   *
   * @param progress whether the same transfer was here before: it may have ended while it
   *     published, and then what is the same is not in its way
   * @throws LocalStreamException {@code FILE_EXISTS}: something is there and is to be kept; or
   *     nothing at all could be created, for this reason
   */
  static Unwanted find(Landing landing, ExistingFile ifExists, Progress progress) {
    Conflicts conflicts = new Conflicts(landing, ifExists, progress);
    // Then no name can be taken, and thousands need not be asked for.
    conflicts.grounds.put("", isEmpty(landing.folder()) ? Ground.NOTHING : Ground.FOLDER);
    for (int file = 0; file < landing.count(); file++) {
      conflicts.look(file);
    }
    conflicts.requireNoneTaken();
    conflicts.unwanted.requireSomethingPossible(landing);
    return conflicts.unwanted;
  }

  /** The place of this transfer is there by now. */
  private static boolean isEmpty(Path folder) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (!PartFolders.isNamedLikeOne(entry)) {
          return false;
        }
      }
      return true;
    } catch (IOException | DirectoryIteratorException _) {
      // It may be a folder that can be written to and not read.
      return false;
    }
  }

  private void look(int file) {
    Path target;
    try {
      target = landing.target(file);
    } catch (InvalidPathException e) {
      unwanted.cannotBe(file, unnameable(landing.entry(file), e));
      return;
    }
    try {
      switch (ground(Landing.parent(landing.path(file)))) {
        case NOTHING -> requireNameIfAlone(target);
        case OTHER -> blocked(file, target, "can't be saved: what has its folder's name is none");
        case FOLDER -> lookAt(file, target);
      }
    } catch (IOException e) {
      unwanted.cannotBe(file, WriteFailure.of(target, e));
    }
  }

  private static LocalStreamException unnameable(ManifestEntry entry, InvalidPathException cause) {
    return new LocalStreamException(
        FailureCode.FILE_UNWRITABLE,
        "this system can't create a file named "
            + entry.path().display()
            + "; choose another name, or set LC_ALL=C.UTF-8",
        cause);
  }

  /** A name that is too long here shows now. */
  private void requireNameIfAlone(Path target) throws IOException {
    if (landing.count() == 1) {
      attributes(target);
    }
  }

  private void lookAt(int file, Path target) throws IOException {
    // Quicker than to ask for what is there, and to be told by an exception that nothing is.
    if (landing.count() > 1 && !Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    BasicFileAttributes there = attributes(target);
    ManifestEntry entry = landing.entry(file);
    if (there == null || (entry instanceof ManifestEntry.Folder && there.isDirectory())) {
      return;
    }
    if (entry instanceof ManifestEntry.Folder) {
      blocked(file, target, "exists already and is not a folder");
      return;
    }
    if (progress.foldersBefore().isPresent() && isPublished(file, target, entry)) {
      unwanted.keep(file);
      return;
    }
    switch (Existing.judge(target, there, entry, ifExists)) {
      case YIELDS -> {}
      case STAYS -> unwanted.keep(file);
      case FORBIDS -> {
        if (progress.isResumed() && Existing.isSame(target, there, entry)) {
          unwanted.keep(file);
        } else {
          take(target);
        }
      }
      case BLOCKS -> unwanted.cannotBe(file, Targets.irreplaceable(target));
    }
  }

  /**
   * Whether an earlier transfer has put it there before it was killed: what it has moved is not in
   * its folder any more, and what it has linked is the same file.
   */
  private boolean isPublished(int file, Path target, ManifestEntry entry) throws IOException {
    Object key =
        progress
            .folder()
            .look(PartFolder.name(file))
            .map(BasicFileAttributes::fileKey)
            .orElse(null);
    for (int number = 0; number <= MAX_NAMES; number++) {
      Path name = target.resolveSibling(FreeName.of(Landing.last(landing.path(file)), number));
      BasicFileAttributes there = attributes(name);
      if (there == null) {
        return false;
      }
      if (key == null ? Existing.isSame(name, there, entry) : key.equals(there.fileKey())) {
        return true;
      }
    }
    return false;
  }

  private void blocked(int file, Path target, String why) {
    if (ifExists == ExistingFile.KEEP) {
      take(target);
    } else {
      unwanted.cannotBe(file, Targets.taken(target, why));
    }
  }

  private void take(Path target) {
    firstTaken = firstTaken == null ? target : firstTaken;
    taken++;
  }

  private void requireNoneTaken() {
    if (firstTaken != null) {
      throw Targets.taken(
          firstTaken, taken == 1 ? ADVICE : "and " + (taken - 1) + " more: " + ADVICE);
    }
  }

  private Ground ground(String path) throws IOException {
    Ground known = grounds.get(path);
    if (known == null) {
      known = ground(Landing.parent(path));
      if (known == Ground.FOLDER) {
        BasicFileAttributes there = attributes(landing.folder().resolve(path));
        known = there == null ? Ground.NOTHING : ofKind(there);
      }
      grounds.put(path, known);
    }
    return known;
  }

  private static Ground ofKind(BasicFileAttributes there) {
    return there.isDirectory() ? Ground.FOLDER : Ground.OTHER;
  }

  private static @Nullable BasicFileAttributes attributes(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException _) {
      return null;
    }
  }
}
