package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.Cautions;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.ReceptionPlan;
import io.localstream.domain.transfer.ReceptionPlan.Conflict;
import io.localstream.domain.transfer.ReceptionPlan.Kind;
import io.localstream.domain.transfer.ReceptionPlan.Outcome;
import io.localstream.domain.transfer.StreamRanges;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Foresees what would become of an offer, and touches nothing. For one thread. */
final class Outlook {
  private final Landing landing;
  private final Destination destination;
  private final List<Conflict> conflicts = new ArrayList<>();

  Outlook(Landing landing, Destination destination) {
    this.landing = landing;
    this.destination = destination;
  }

  /** With what an earlier transfer has left. */
  ReceptionPlan with(LeftoverGlimpse.Found leftover) {
    BitSet hidden = new BitSet();
    Unwanted unwanted = Conflicts.look(landing, destination, earlier(leftover), this::met, hidden);
    StreamRanges idle = unwanted.ranges(new StreamLayout(landing.manifest()));
    StreamRanges stored = leftover.stored().and(idle);
    return new ReceptionPlan(
        TypedPaths.show(landing.count() == 1 ? landing.named(0) : landing.folder()),
        taken(unwanted),
        unwanted.leftOutCount(),
        conflicts,
        unwanted.impossible(landing).all(),
        stored.bytes() - idle.bytes(),
        landing.manifest().totalBytes() - stored.bytes(),
        freeBytes(leftover),
        new Cautions(
            hidden,
            destination.names().takesHidden(),
            executables(unwanted),
            unwanted.names(landing)));
  }

  private int executables(Unwanted unwanted) {
    int executables = 0;
    for (int file = 0; file < landing.count(); file++) {
      executables += landing.manifest().isExecutable(file) && !unwanted.holds(file) ? 1 : 0;
    }
    return executables;
  }

  private long freeBytes(LeftoverGlimpse.Found leftover) {
    long freeBytes = WriteFailure.freeBytes(landing.folder());
    return freeBytes == Long.MAX_VALUE ? freeBytes : freeBytes + leftover.spareBytes();
  }

  private Conflicts.Earlier earlier(LeftoverGlimpse.Found leftover) {
    return (file, target, there, verdict) ->
        leftover.same()
            && verdict == Existing.FORBIDS
            && Existing.isSame(target, there, landing.entry(file));
  }

  private ReceptionPlan.Amount taken(Unwanted unwanted) {
    return ReceptionPlan.Amount.of(landing.manifest(), file -> !unwanted.holds(file));
  }

  private void met(int file, Path target, BasicFileAttributes there, Existing verdict) {
    ExistingFile policy = destination.ifExists(landing.entry(file).path());
    switch (verdict) {
      case YIELDS -> add(file, target, there, replacing(policy));
      case STAYS -> add(file, target, there, Outcome.KEPT);
      case FORBIDS ->
          add(file, target, there, policy == ExistingFile.ASK ? Outcome.ASKED : Outcome.REFUSED);
      // It is told with what is impossible.
      case BLOCKS -> {}
    }
  }

  private static Outcome replacing(ExistingFile policy) {
    return switch (policy) {
      case RENAME -> Outcome.RENAMED;
      case BACKUP -> Outcome.BACKED_UP;
      case KEEP, OVERWRITE, SKIP, NEWER, DIFFERENT, ASK -> Outcome.REPLACED;
    };
  }

  private void add(int file, Path target, BasicFileAttributes there, Outcome outcome) {
    conflicts.add(
        new Conflict(
            landing.entry(file),
            new FileReference(target.toString()),
            new ReceptionPlan.Existing(
                kind(there), there.size(), there.lastModifiedTime().toInstant()),
            outcome));
  }

  private static Kind kind(BasicFileAttributes there) {
    if (there.isRegularFile()) {
      return Kind.FILE;
    }
    if (there.isDirectory()) {
      return Kind.FOLDER;
    }
    return there.isSymbolicLink() ? Kind.LINK : Kind.OTHER;
  }
}
