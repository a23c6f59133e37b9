package io.localstream.domain.transfer;

import java.util.List;

/**
 * Collects the entries of a manifest, of which there may be a great many, in little memory. For one
 * thread.
 */
public final class EntryPacker {
  static final int PERMISSION_BITS = 9;

  private PackedRecords records = new PackedRecords();

  /** Adds one behind the others. */
  public void add(ManifestEntry entry) {
    records.add(
        (kind(entry) << PERMISSION_BITS) | entry.permissions(),
        entry.sizeBytes(),
        entry.modified(),
        text(entry));
  }

  private static int kind(ManifestEntry entry) {
    return switch (entry) {
      case ManifestEntry.File _ -> PackedEntries.FILE;
      case ManifestEntry.Folder _ -> PackedEntries.FOLDER;
      case ManifestEntry.Link _ -> PackedEntries.LINK;
    };
  }

  private static String text(ManifestEntry entry) {
    return entry instanceof ManifestEntry.Link link
        ? link.path().value() + PackedEntries.SEPARATOR + link.target().value()
        : entry.path().value();
  }

  /** An immutable list of the same entries, in little memory. */
  public static List<ManifestEntry> copyOf(List<ManifestEntry> entries) {
    return PackedEntries.of(entries);
  }

  /** How many there are. */
  public int size() {
    return records.count();
  }

  /** How long their paths and targets are together, in bytes of UTF-8. */
  public long textBytes() {
    return records.textBytes();
  }

  /** How much memory they take. */
  public long bytes() {
    return records.bytes();
  }

  /**
   * The manifest that holds them; begins anew.
   *
   * @throws IllegalArgumentException there can't be such a one
   */
  public Manifest manifest() {
    return new Manifest(packed());
  }

  /** An immutable list of them; begins anew. */
  public List<ManifestEntry> list() {
    return packed();
  }

  PackedEntries packed() {
    records.finish();
    PackedEntries packed = new PackedEntries(records, 0, records.count());
    clear();
    return packed;
  }

  /** Forgets them all. */
  public void clear() {
    records = new PackedRecords();
  }
}
