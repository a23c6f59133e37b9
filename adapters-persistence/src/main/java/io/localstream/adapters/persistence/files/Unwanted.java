package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.EntrySet;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.NameFault;
import io.localstream.domain.transfer.NameReport;
import io.localstream.domain.transfer.StreamRanges;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

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

  /** What can't be created here; hidden names could be, and are told apart from it. */
  MissingEntries impossible(Landing landing) {
    return missing(landing, why -> why != NameFault.HIDDEN);
  }

  /** What can't be created here, and what is left out for its name. */
  MissingEntries missing(Landing landing) {
    return missing(landing, _ -> true);
  }

  private MissingEntries missing(Landing landing, Predicate<NameFault> told) {
    Map<Integer, MissingEntry> missing = new TreeMap<>();
    impossible.forEach((file, why) -> missing.put(file, landing.missing(file, why)));
    misnamed.forEach((why, files) -> {
      if (told.test(why)) {
        files.stream().forEach(file -> missing.put(file, landing.missing(file, why)));
      }
    });
    return MissingEntries.of(missing);
  }

  /**
   * Makes sure that no name is one that the destination can't hold.
   *
   * @throws LocalStreamException {@code NAME_NOT_HELD}
   */
  void requireNamesHeld(Landing landing) {
    BitSet unfit = new BitSet();
    misnamed.forEach((why, files) -> {
      if (why != NameFault.HIDDEN) {
        unfit.or(files);
      }
    });
    if (!unfit.isEmpty()) {
      int first = unfit.nextSetBit(0);
      NameFault why = fault(first).orElseThrow();
      int more = unfit.cardinality() - 1;
      throw new LocalStreamException(
          why.code(),
          landing.missing(first, why).path()
              + " "
              + why.words()
              + (more == 0 ? "" : ", and " + more + " more")
              + "; --names skip leaves out such files, --names map renames them");
    }
  }

  private Optional<NameFault> fault(int file) {
    return misnamed.entrySet().stream()
        .filter(each -> each.getValue().get(file))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** What becomes of names, for the sender. */
  NameReport names(Landing landing) {
    SortedMap<Integer, NameFault> out = new TreeMap<>();
    SortedMap<Integer, String> saved = new TreeMap<>();
    for (int file = 0; file < landing.count(); file++) {
      if (out.size() + saved.size() == NameReport.MAX_ENTRIES) {
        break;
      }
      Optional<NameFault> why = fault(file);
      if (why.isPresent()) {
        out.put(file, why.get());
      } else if (!holds(file) && !landing.isNamed() && landing.names().isMapped(file)) {
        saved.put(file, landing.path(file));
      }
    }
    return new NameReport(out, saved);
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
