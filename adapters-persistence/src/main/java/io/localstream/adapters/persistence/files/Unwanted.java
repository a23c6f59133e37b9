package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.MissingEntry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** What of a manifest need not come. Not changed any more once it is known. */
final class Unwanted {
  private final BitSet kept = new BitSet();
  private final SortedMap<Integer, LocalStreamException> impossible = new TreeMap<>();

  /** What is there already stays. */
  void keep(int file) {
    kept.set(file);
  }

  /** It can't be created here. */
  void cannotBe(int file, LocalStreamException why) {
    impossible.put(file, why);
  }

  boolean holds(int file) {
    return kept.get(file) || (!impossible.isEmpty() && impossible.containsKey(file));
  }

  void forEach(IntConsumer file) {
    kept.stream().forEach(file);
    impossible.keySet().forEach(file::accept);
  }

  /** How many are there already. */
  int keptCount() {
    return kept.cardinality();
  }

  /** What can't be created here. */
  List<MissingEntry> missing(Landing landing) {
    List<MissingEntry> missing = new ArrayList<>();
    impossible.forEach((file, why) -> missing.add(landing.missing(file, why)));
    return missing;
  }

  void requireSomethingPossible(Landing landing) {
    if (impossible.size() == landing.count()) {
      throw impossible.get(impossible.firstKey());
    }
  }
}
