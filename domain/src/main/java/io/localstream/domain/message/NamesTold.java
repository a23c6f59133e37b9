package io.localstream.domain.message;

import io.localstream.domain.transfer.NameFault;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.TransferId;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The receiver tells what became of names at its destination, before it gives the receipt. Entries
 * go by their place in the manifest, from 0, each at most once.
 *
 * @param leftOut why entries were left out
 * @param saved the paths under which others were saved
 */
public record NamesTold(
    TransferId transfer,
    SortedMap<Integer, NameFault> leftOut,
    SortedMap<Integer, RelativePath> saved)
    implements ControlMessage.OfTransfer {
  /** In one message. */
  public static final int MAX_ENTRIES = 256;

  public NamesTold {
    Objects.requireNonNull(transfer);
    leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
    saved = Collections.unmodifiableSortedMap(new TreeMap<>(saved));
    int entries = leftOut.size() + saved.size();
    if (entries == 0 || entries > MAX_ENTRIES) {
      throw new IllegalArgumentException("too many names, or none");
    }
    if (!Collections.disjoint(leftOut.keySet(), saved.keySet())) {
      throw new IllegalArgumentException("what is left out is not saved");
    }
    requireNotNegative(leftOut);
    requireNotNegative(saved);
  }

  private static void requireNotNegative(SortedMap<Integer, ?> entries) {
    if (!entries.isEmpty() && entries.firstKey() < 0) {
      throw new IllegalArgumentException("entries count from 0");
    }
  }

  /** Those of maps. */
  public static NamesTold of(
      TransferId transfer, Map<Integer, NameFault> leftOut, Map<Integer, RelativePath> saved) {
    return new NamesTold(transfer, new TreeMap<>(leftOut), new TreeMap<>(saved));
  }
}
