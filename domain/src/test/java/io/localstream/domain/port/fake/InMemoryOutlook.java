package io.localstream.domain.port.fake;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.transfer.Cautions;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.NameFault;
import io.localstream.domain.transfer.NameReport;
import io.localstream.domain.transfer.ReceptionPlan;
import io.localstream.domain.transfer.ReceptionPlan.Conflict;
import io.localstream.domain.transfer.ReceptionPlan.Kind;
import io.localstream.domain.transfer.ReceptionPlan.Outcome;
import io.localstream.domain.transfer.StreamRanges;
import io.localstream.domain.transfer.StreamRanges.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Foresees what would become of an offer in an {@link InMemoryFileSpace}. */
final class InMemoryOutlook {
  private final InMemoryFileSpace space;
  private final Manifest manifest;
  private final Destination destination;
  private final BitSet leftOut;
  private final List<Conflict> conflicts = new ArrayList<>();
  private final List<MissingEntry> impossible = new ArrayList<>();
  private final List<Range> idle = new ArrayList<>();
  private final List<ManifestEntry> taken = new ArrayList<>();
  private final InMemoryNames names;
  private int executables;

  InMemoryOutlook(InMemoryFileSpace space, Manifest manifest, Destination destination) {
    this.space = space;
    this.manifest = manifest;
    this.destination = destination;
    this.leftOut = destination.picking().leftOut(manifest);
    this.names = new InMemoryNames(space, manifest, destination);
  }

  /**
   * @param fresh a transfer of which nothing is there yet
   */
  ReceptionPlan plan(List<String> targets, InMemoryPartial fresh) {
    StreamRanges left =
        Optional.of(fresh)
            .filter(empty -> empty.stream().length == manifest.totalBytes())
            .flatMap(space::findLeft)
            .map(found -> fresh.with(found).noted())
            .orElse(StreamRanges.none());
    NameReport report = names.report(leftOut);
    report
        .leftOut()
        .forEach((i, why) -> {
          if (why != NameFault.HIDDEN) {
            impossible.add(new MissingEntry(targets.get(i), why.code(), why.words()));
          }
        });
    long start = 0;
    for (int i = 0; i < targets.size(); i++) {
      ManifestEntry entry = manifest.entries().get(i);
      long end = start + entry.sizeBytes();
      boolean unwanted =
          leftOut.get(i) || report.leftOut().containsKey(i) || isInTheWay(targets.get(i), entry);
      if (!unwanted) {
        executables += manifest.isExecutable(i) ? 1 : 0;
        taken.add(entry);
        addIfBeside(targets.get(i), entry);
      }
      if (unwanted && end > start) {
        idle.add(new Range(start, end));
      }
      start = end;
    }
    long idleBytes = new StreamRanges(idle).bytes();
    long storedBytes = left.and(new StreamRanges(idle)).bytes();
    return new ReceptionPlan(
        DisplayText.escape(targets.size() == 1 ? targets.getFirst() : fresh.folder()),
        ReceptionPlan.Amount.of(taken),
        leftOut.cardinality(),
        conflicts,
        impossible,
        storedBytes - idleBytes,
        manifest.totalBytes() - storedBytes,
        InMemoryFileSpace.CAPACITY_BYTES,
        new Cautions(
            names.hidden(leftOut), destination.names().takesHidden(), executables, report));
  }

  /** A folder is saved beside what has its name. */
  private void addIfBeside(String target, ManifestEntry entry) {
    String path = entry.path().value();
    String own =
        InMemoryFileSpace.join(
            InMemoryFileSpace.parent(target), path.substring(path.lastIndexOf('/') + 1));
    if (entry instanceof ManifestEntry.Folder && !own.equals(target)) {
      add(own, entry, Outcome.RENAMED);
    }
  }

  /** Whether it need not come. */
  private boolean isInTheWay(String target, ManifestEntry entry) {
    boolean exists = space.isTaken(target) && !(entry instanceof ManifestEntry.Folder);
    return switch (new InMemoryPublication(space, destination).judge(target, entry)) {
      case YIELDS -> {
        if (exists) {
          add(target, entry, replacing(destination.ifExists(entry.path())));
        }
        yield false;
      }
      case STAYS -> {
        add(target, entry, Outcome.KEPT);
        yield true;
      }
      case FORBIDS -> {
        boolean asked = destination.ifExists(entry.path()) == ExistingFile.ASK;
        add(target, entry, asked ? Outcome.ASKED : Outcome.REFUSED);
        yield false;
      }
      case BLOCKS -> {
        impossible.add(new MissingEntry(target, FailureCode.FILE_EXISTS, "exists already"));
        yield true;
      }
    };
  }

  private static Outcome replacing(ExistingFile policy) {
    return switch (policy) {
      case RENAME -> Outcome.RENAMED;
      case BACKUP -> Outcome.BACKED_UP;
      case KEEP, OVERWRITE, SKIP, NEWER, DIFFERENT, ASK -> Outcome.REPLACED;
    };
  }

  private void add(String target, ManifestEntry entry, Outcome outcome) {
    ReceptionPlan.Existing existing =
        space
            .find(target)
            .map(file ->
                new ReceptionPlan.Existing(Kind.FILE, file.content().length, file.modified()))
            .orElseGet(() ->
                new ReceptionPlan.Existing(
                    space.isFolder(target) ? Kind.FOLDER : Kind.LINK, 0, Instant.EPOCH));
    conflicts.add(new Conflict(entry, new FileReference(target), existing, outcome));
  }
}
