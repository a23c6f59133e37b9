package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.EntrySet;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.NameFault;
import io.localstream.domain.transfer.StreamRanges;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** What of a manifest need not come. Not changed any more once it is known. */
final class Unwanted {
  private final BitSet leftOut;
  private final BitSet kept = new BitSet();
  private final SortedMap<Integer, LocalStreamException> impossible = new TreeMap<>();

  /** There may be as many as a peer likes, so that nothing is made for each. */
  private final Map<NameFault, BitSet> misnamed = new EnumMap<>(NameFault.class);

  /**
   * @param leftOut what the person does not want
   */
  Unwanted(BitSet leftOut) {
    this.leftOut = (BitSet) leftOut.clone();
  }

  /** The person does not want it. */
  boolean isLeftOut(int file) {
    return leftOut.get(file);
  }

  int leftOutCount() {
    return leftOut.cardinality();
  }

  /** What is there already stays. */
  void keep(int file) {
    kept.set(file);
  }

  /** It can't be created here. */
  void cannotBe(int file, LocalStreamException why) {
    impossible.put(file, why);
  }

  /** Its name stands against it. */
  void leaveOut(int file, NameFault why) {
    misnamed.computeIfAbsent(why, _ -> new BitSet()).set(file);
  }

  boolean holds(int file) {
    return kept.get(file)
        || leftOut.get(file)
        || isMisnamed(file)
        || (!impossible.isEmpty() && impossible.containsKey(file));
  }

  boolean isMisnamed(int file) {
    return misnamed.values().stream().anyMatch(files -> files.get(file));
  }

  private int misnamedCount() {
    return misnamed.values().stream().mapToInt(BitSet::cardinality).sum();
  }

  void forEach(IntConsumer file) {
    leftOut.stream().forEach(file);
    kept.stream().forEach(file);
    misnamed.values().forEach(files -> files.stream().forEach(file));
    impossible.keySet().forEach(file::accept);
  }

  /** Where in the stream they are. */
  StreamRanges ranges(StreamLayout layout) {
    List<StreamRanges.Range> ranges = new ArrayList<>();
    forEach(file -> {
      if (layout.end(file) > layout.start(file)) {
        ranges.add(new StreamRanges.Range(layout.start(file), layout.end(file)));
      }
    });
    return new StreamRanges(ranges);
  }

  /** What is there already. */
  EntrySet kept() {
    return EntrySet.of(kept);
  }

  /** What can't be created here. */
  MissingEntries impossible(Landing landing) {
    return MissingEntries.of(impossibleByPlace(landing));
  }

  private Map<Integer, MissingEntry> impossibleByPlace(Landing landing) {
    Map<Integer, MissingEntry> missing = new TreeMap<>();
    impossible.forEach((file, why) -> missing.put(file, landing.missing(file, why)));
    return missing;
  }

  /** What can't be created here, and what is left out for its name. */
  MissingEntries missing(Landing landing) {
    Map<Integer, MissingEntry> missing = impossibleByPlace(landing);
    misnamed.forEach(
        (why, files) ->
            files.stream().forEach(file -> missing.put(file, landing.missing(file, why))));
    return MissingEntries.of(missing);
  }

  void requireSomethingPossible(Landing landing) {
    int missing = impossible.size() + misnamedCount();
    if (missing == 0 || missing < landing.count() - leftOutCount()) {
      return;
    }
    if (!impossible.isEmpty()) {
      throw impossible.get(impossible.firstKey());
    }
    MissingEntry first = missing(landing).all().getFirst();
    throw new LocalStreamException(first.reason(), first.path() + " " + first.words());
  }
}
