package io.localstream.application.conversation;

import io.localstream.domain.message.Unsaved;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.transfer.EntrySet;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.TransferTally;
import io.localstream.domain.transfer.UnsavedReason;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which entries of a transfer its receiver has not saved, each for one reason. For one thread. */
final class UnsavedEntries {
  private final Map<UnsavedReason, EntrySet> byReason = new EnumMap<>(UnsavedReason.class);

  /** As the receiver knows it. */
  static UnsavedEntries of(IncomingTree.Arrival arrival, EntrySet leftOut) {
    Map<UnsavedReason, BitSet> sets = new EnumMap<>(UnsavedReason.class);
    arrival
        .missingEntries()
        .byPlace()
        .forEach((entry, missing) -> put(sets, reason(missing), entry));
    arrival.keptEntries().places().forEach(entry -> put(sets, UnsavedReason.HERE, entry));
    leftOut.places().forEach(entry -> put(sets, UnsavedReason.LEFT_OUT, entry));
    UnsavedEntries unsaved = new UnsavedEntries();
    sets.forEach((reason, entries) -> {
      if (!entries.isEmpty()) {
        unsaved.add(reason, EntrySet.of(entries));
      }
    });
    return unsaved;
  }

  private static UnsavedReason reason(MissingEntry missing) {
    return UnsavedReason.of(missing.reason());
  }

  private static void put(Map<UnsavedReason, BitSet> sets, UnsavedReason reason, int entry) {
    sets.values().forEach(set -> set.clear(entry));
    sets.computeIfAbsent(reason, _ -> new BitSet()).set(entry);
  }

  /**
   * Adds entries.
   *
   * @throws IllegalArgumentException if one of them is told twice
   */
  void add(UnsavedReason reason, EntrySet entries) {
    if (all().intersects(entries)) {
      throw new IllegalArgumentException("an entry is told twice");
    }
    byReason.merge(reason, entries, EntrySet::and);
  }

  /** The entries with that reason. */
  EntrySet with(UnsavedReason reason) {
    return byReason.getOrDefault(reason, EntrySet.none());
  }

  /** Those that the receiver did without on purpose. */
  EntrySet kept() {
    return with(UnsavedReason.HERE).and(with(UnsavedReason.LEFT_OUT));
  }

  /** Those that are missing at the receiver. */
  EntrySet missing() {
    return all().without(kept());
  }

  EntrySet all() {
    EntrySet all = EntrySet.none();
    for (EntrySet entries : byReason.values()) {
      all = all.and(entries);
    }
    return all;
  }

  /**
   * How much was saved, and how much was not.
   *
   * @param spoilt what can't have been saved, whether the receiver says so or not
   */
  TransferTally tally(Manifest manifest, EntrySet spoilt) {
    return TransferTally.of(
        manifest,
        with(UnsavedReason.HERE),
        with(UnsavedReason.LEFT_OUT),
        missing().and(spoilt.without(kept())));
  }

  /** As messages. */
  List<Unsaved> messages(TransferId transfer) {
    List<Unsaved> messages = new ArrayList<>();
    byReason.forEach((reason, entries) -> messages.add(new Unsaved(transfer, reason, entries)));
    return messages;
  }
}
