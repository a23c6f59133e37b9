package io.localstream.domain.port.fake;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.transfer.EntrySet;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.NameReport;
import io.localstream.domain.transfer.StreamRanges;
import io.localstream.domain.transfer.StreamRanges.Range;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Files that are arriving in an {@link InMemoryFileSpace}. */
final class InMemoryIncomingTree implements IncomingTree {
  private final InMemoryFileSpace space;
  private final List<String> targets;
  private final InMemoryPublication publication;
  private final StreamRanges stored;
  private final BitSet leftOut;
  private final NameReport names;
  private final BitSet distrusted = new BitSet();
  private final Set<Integer> kept = new LinkedHashSet<>();
  private final Map<Integer, LocalStreamException> missing = new TreeMap<>();
  private final Set<String> saved = new LinkedHashSet<>();
  private InMemoryPartial partial;
  private StreamRanges written = StreamRanges.none();
  private @Nullable LocalStreamException firstFailure;
  private boolean committed;
  private boolean closed;

  InMemoryIncomingTree(
      InMemoryFileSpace space,
      InMemoryPartial fresh,
      List<String> targets,
      InMemoryPublication publication) {
    this.space = space;
    this.partial = fresh;
    this.targets = List.copyOf(targets);
    this.publication = publication;
    this.leftOut = publication.destination().picking().leftOut(fresh.manifest());
    InMemoryNames judged = new InMemoryNames(space, fresh.manifest(), publication.destination());
    names = judged.report(leftOut);
    judged.requireHeld(names);
    names.leftOut().forEach((i, why) -> missing.put(i, InMemoryNames.failure(targets.get(i), why)));
    for (int i = leftOut.nextClearBit(0); i < targets.size(); i = leftOut.nextClearBit(i + 1)) {
      if (!missing.containsKey(i)) {
        look(i);
      }
    }
    if (!missing.isEmpty() && missing.size() == targets.size() - leftOut.cardinality()) {
      throw missing.values().iterator().next();
    }
    space.takeLeft(fresh).ifPresent(this::goOnWith);
    this.stored = partial.noted().and(unwanted());
    space.begin(targets.size());
  }

  private void goOnWith(InMemoryPartial left) {
    space.finish(left.manifest().entries().size());
    partial = partial.with(left);
  }

  private void look(int i) {
    switch (publication.judge(targets.get(i), entry(i))) {
      case YIELDS -> {}
      case STAYS -> kept.add(i);
      case FORBIDS -> throw InMemoryPublication.exists(targets.get(i));
      case BLOCKS -> missing.put(i, InMemoryPublication.exists(targets.get(i)));
    }
  }

  private StreamRanges unwanted() {
    List<Range> ranges = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      if (!isWanted(i) && entry(i).sizeBytes() > 0) {
        ranges.add(new Range(partial.start(i), partial.start(i + 1)));
      }
    }
    return new StreamRanges(ranges);
  }

  private ManifestEntry entry(int i) {
    return partial.manifest().entries().get(i);
  }

  @Override
  public boolean isWanted(int i) {
    return !leftOut.get(i) && !kept.contains(i) && !missing.containsKey(i);
  }

  @Override
  public String describe() {
    return DisplayText.escape(String.join(", ", targets));
  }

  @Override
  public synchronized void write(long streamOffset, ByteBuffer data) {
    int length = data.remaining();
    if (streamOffset < 0 || streamOffset > partial.stream().length - length) {
      throw new IllegalArgumentException("outside the stream");
    }
    space.use(targets.getFirst(), length);
    data.get(partial.stream(), (int) streamOffset, length);
    space.damage(partial.stream(), streamOffset, length);
    written = written.and(notable(streamOffset, streamOffset + length));
  }

  /** What of a part of the stream can be noted. */
  private StreamRanges notable(long from, long to) {
    if (from == to) {
      return StreamRanges.none();
    }
    List<Range> ranges = new ArrayList<>();
    long rest = from;
    for (int i : barred()) {
      long end = Math.min(to, partial.start(i));
      if (rest < end) {
        ranges.add(new Range(rest, end));
      }
      rest = Math.max(rest, partial.start(i + 1));
    }
    if (rest < to) {
      ranges.add(new Range(rest, to));
    }
    return new StreamRanges(ranges);
  }

  /** The entries of which nothing can be noted. */
  private int[] barred() {
    return IntStream.range(0, targets.size())
        .filter(i -> !isWanted(i) || distrusted.get(i))
        .toArray();
  }

  @Override
  public synchronized void distrust(int entry) {
    distrusted.set(entry);
  }

  @Override
  public NameReport names() {
    return names;
  }

  @Override
  public StreamRanges stored() {
    return stored;
  }

  @Override
  public synchronized void read(long streamOffset, ByteBuffer destination) {
    destination.put(partial.stream(), (int) streamOffset, destination.remaining());
  }

  @Override
  public synchronized long checkpoint() {
    partial = partial.noting(written);
    return partial.noted().and(stored).bytes();
  }

  @Override
  public synchronized Optional<Remains> remains() {
    long bytes = partial.noted().bytes();
    return bytes == 0 || committed
        ? Optional.empty()
        : Optional.of(new Remains(destination(), bytes));
  }

  @Override
  public FileReference destination() {
    return new FileReference(partial.folder().isEmpty() ? "." : partial.folder());
  }

  @Override
  public synchronized Arrival commit(MissingEntries spoilt) {
    if (committed || closed) {
      throw new IllegalStateException("committed or closed before");
    }
    committed = true;
    space.runBeforeCommit();
    int alreadyMissing = missing.size();
    for (int i = 0; i < targets.size(); i++) {
      if (isWanted(i) && !spoilt.holds(i)) {
        publish(i);
      }
    }
    if (saved.isEmpty() && kept.isEmpty() && missing.size() > alreadyMissing) {
      throw firstFailure;
    }
    discard();
    return new Arrival(
        saved.stream().map(FileReference::new).toList(), EntrySet.of(kept), missingEntries());
  }

  private void publish(int i) {
    String target = targets.get(i);
    byte[] content =
        Arrays.copyOfRange(partial.stream(), (int) partial.start(i), (int) partial.start(i + 1));
    try {
      Optional<String> path = publication.publish(target, entry(i), content);
      path.ifPresentOrElse(got -> saved.add(outermost(i, got)), () -> kept.add(i));
    } catch (LocalStreamException e) {
      firstFailure = firstFailure == null ? e : firstFailure;
      missing.put(i, e);
    }
  }

  private String outermost(int i, String path) {
    String outermost = path;
    for (int slash = 0; slash >= 0; ) {
      slash = entry(i).path().value().indexOf('/', slash + 1);
      outermost = slash < 0 ? outermost : InMemoryFileSpace.parent(outermost);
    }
    return outermost;
  }

  private MissingEntries missingEntries() {
    Map<Integer, MissingEntry> told = new TreeMap<>();
    missing.forEach((entry, why) ->
        told.put(
            entry,
            new MissingEntry(
                DisplayText.escape(targets.get(entry)), why.code(), why.getMessage())));
    return MissingEntries.of(told);
  }

  @Override
  public synchronized void discard() {
    if (!closed) {
      closed = true;
      space.finish(targets.size());
    }
  }

  @Override
  public synchronized void close() {
    if (!closed && !partial.noted().ranges().isEmpty()) {
      closed = true;
      space.leave(partial);
    } else {
      discard();
    }
  }
}
