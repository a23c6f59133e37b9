package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.NameFault;
import io.localstream.domain.transfer.NamePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks, before anything is received, at what is in the way of it. */
final class Conflicts {
  private static final String ADVICE =
      "exists already; choose another name, or --overwrite or --rename";

  private final Landing landing;
  private final Destination destination;
  private final Earlier earlier;
  private final Witness witness;
  private final Unwanted unwanted;
  private final Grounds grounds;
  private final NameCheck names;
  private @Nullable Path firstTaken;
  private int taken;

  /** Is told of everything that has the name of something offered. */
  @FunctionalInterface
  interface Witness {
    /** Nobody looks. */
    Witness NONE = (_, _, _, _) -> {};

    void met(int file, Path target, BasicFileAttributes there, Existing verdict);
  }

  /** What an earlier attempt at the same transfer may have published before it was killed. */
  @FunctionalInterface
  interface Earlier {
    boolean published(int file, Path target, BasicFileAttributes there, Existing verdict)
        throws IOException;

    /** Frees the name where nothing is there but what that attempt had taken it with. */
    default boolean freed(int file, BasicFileAttributes there) throws IOException {
      return false;
    }
  }

  private Conflicts(Landing landing, Destination destination, Earlier earlier, Witness witness) {
    this.landing = landing;
    this.grounds = new Grounds(landing.folder());
    this.destination = destination;
    this.earlier = earlier;
    this.witness = witness;
    this.unwanted = new Unwanted(destination.picking().leftOut(landing.manifest()));
    this.names = new NameCheck(landing, destination.names(), grounds);
  }

  /**
   * Finds what need not come.
   *
   * @param progress of an earlier attempt too, if there was one: what that has published is not in
   *     the way
   * @throws LocalStreamException {@code FILE_EXISTS}: something is there and is to be kept; or
   *     nothing at all could be created, for this reason
   */
  static Unwanted find(Landing landing, Destination destination, Progress progress) {
    Conflicts conflicts =
        new Conflicts(
            landing, destination, new EarlierPublication(landing, progress), Witness.NONE);
    conflicts.look();
    if (destination.names().unfit() == NamePolicy.Unfit.FAIL) {
      conflicts.unwanted.requireNamesHeld(landing);
    }
    conflicts.requireNoneTaken();
    conflicts.unwanted.requireSomethingPossible(landing);
    return conflicts.unwanted;
  }

  /**
   * As {@link #find}, but whatever is in the way is only told.
   *
   * @param hidden is given every hidden name that would come into a folder that exists
   */
  static Unwanted look(
      Landing landing, Destination destination, Earlier earlier, Witness witness, BitSet hidden) {
    Conflicts conflicts = new Conflicts(landing, destination, earlier, witness);
    conflicts.look();
    hidden.or(conflicts.names.hidden());
    return conflicts.unwanted;
  }

  private void look() {
    for (int file = 0; file < landing.count(); file++) {
      if (!unwanted.isLeftOut(file)) {
        look(file);
      }
    }
  }

  private void look(int file) {
    Optional<NameFault> fault = names.judge(file);
    if (fault.isPresent()) {
      unwanted.leaveOut(file, fault.get());
      return;
    }
    Path target;
    try {
      target = landing.target(file);
    } catch (InvalidPathException e) {
      unwanted.cannotBe(file, unnameable(landing.entry(file), e));
      return;
    }
    try {
      Optional<Path> beside = landing.beside(file);
      if (beside.isPresent()) {
        meet(file, beside.get());
      }
      switch (grounds.of(Landing.parent(landing.path(file)))) {
        case NOTHING -> requireNameIfAlone(target);
        case OTHER ->
            blocked(file, target, null, "can't be saved: what has its folder's name is none");
        case ELSEWHERE -> unwanted.cannotBe(file, elsewhere(target));
        case FOLDER -> lookAt(file, target);
      }
    } catch (IOException e) {
      unwanted.cannotBe(file, WriteFailure.of(target, e));
    }
  }

  /** What has the name of a folder, which yields to it. */
  private void meet(int file, Path path) throws IOException {
    BasicFileAttributes there = Grounds.attributes(path);
    if (there != null) {
      witness.met(file, path, there, Existing.YIELDS);
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

  private static LocalStreamException elsewhere(Path target) {
    return new LocalStreamException(
        FailureCode.FILE_UNWRITABLE,
        TypedPaths.show(target)
            + " is on another file system than the folder around it; receive it there directly");
  }

  /** A name that is too long here shows now. */
  private void requireNameIfAlone(Path target) throws IOException {
    if (landing.count() == 1) {
      Grounds.attributes(target);
    }
  }

  private void lookAt(int file, Path target) throws IOException {
    // Quicker than to ask for what is there, and to be told by an exception that nothing is.
    if (landing.count() > 1 && !Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    BasicFileAttributes there = Grounds.attributes(target);
    ManifestEntry entry = landing.entry(file);
    if (there == null || earlier.freed(file, there)) {
      return;
    }
    if (entry instanceof ManifestEntry.Folder) {
      lookAtFolder(file, target, there);
      return;
    }
    Existing verdict = Existing.judge(target, there, entry, destination.ifExists(entry.path()));
    if (earlier.published(file, target, there, verdict)) {
      unwanted.keep(file);
      return;
    }
    witness.met(file, target, there, verdict);
    switch (verdict) {
      case YIELDS -> {}
      case STAYS -> unwanted.keep(file);
      case FORBIDS -> take(target);
      case BLOCKS -> unwanted.cannotBe(file, Targets.irreplaceable(target));
    }
  }

  private void lookAtFolder(int file, Path target, BasicFileAttributes there) throws IOException {
    if (!there.isDirectory()) {
      blocked(file, target, there, "exists already and is not a folder");
    } else if (grounds.of(landing.path(file)) == Grounds.Ground.ELSEWHERE) {
      unwanted.cannotBe(file, elsewhere(target));
    }
  }

  private void blocked(int file, Path target, @Nullable BasicFileAttributes there, String why) {
    ExistingFile policy = destination.ifExists(landing.entry(file).path());
    boolean isAsked = there != null && policy == ExistingFile.ASK;
    if (isAsked || policy == ExistingFile.KEEP) {
      if (there != null) {
        witness.met(file, target, there, Existing.FORBIDS);
      }
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
}
