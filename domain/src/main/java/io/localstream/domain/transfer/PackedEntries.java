package io.localstream.domain.transfer;

import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Entries in a fraction of the memory that their objects would take. The objects are made when they
 * are asked for. Immutable, once an {@link EntryPacker} has made it.
 */
final class PackedEntries extends AbstractList<ManifestEntry> implements RandomAccess {
  static final int FILE = 0;
  static final int FOLDER = 1;
  static final int LINK = 2;

  /** Parts a link's path from its target; neither can hold it. */
  static final char SEPARATOR = '\0';

  private final PackedRecords records;
  private final int start;
  private final int size;

  PackedEntries(PackedRecords records, int start, int size) {
    this.records = records;
    this.start = start;
    this.size = size;
  }

  /** The same entries, packed. */
  static PackedEntries of(List<ManifestEntry> entries) {
    if (entries instanceof PackedEntries packed) {
      return packed;
    }
    EntryPacker packer = new EntryPacker();
    entries.forEach(packer::add);
    return packer.packed();
  }

  @Override
  public int size() {
    return size;
  }

  int kind(int entry) {
    return records.kind(at(entry)) >> EntryPacker.PERMISSION_BITS;
  }

  int permissions(int entry) {
    return records.kind(at(entry)) & ManifestEntry.ALL_PERMISSIONS;
  }

  long sizeBytes(int entry) {
    return records.size(at(entry));
  }

  /** How many bytes of the stream belong to those before. */
  long start(int entry) {
    return records.start(at(entry)) - (start == 0 ? 0 : records.start(start));
  }

  /** The first one that ends behind that offset in the stream; the last where none does. */
  int at(long streamOffset) {
    int found = records.at(streamOffset + (start == 0 ? 0 : records.start(start)));
    return Math.clamp(found - start, 0, size - 1);
  }

  /** The path alone. */
  String path(int entry) {
    return path(records.text(at(entry)));
  }

  private static String path(String text) {
    int end = text.indexOf(SEPARATOR);
    return end < 0 ? text : text.substring(0, end);
  }

  /** How long its texts are together, in bytes. */
  int textBytes(int entry) {
    return records.textBytes(at(entry));
  }

  private int at(int entry) {
    return start + Objects.checkIndex(entry, size);
  }

  @Override
  public ManifestEntry get(int entry) {
    PackedGroup.Cursor record = records.read(at(entry));
    String text = record.text();
    RelativePath path = RelativePath.known(path(text));
    Instant modified = record.modified();
    int permissions = record.kind() & ManifestEntry.ALL_PERMISSIONS;
    return switch (record.kind() >> EntryPacker.PERMISSION_BITS) {
      case FILE -> new ManifestEntry.File(path, record.size(), modified, permissions);
      case FOLDER -> new ManifestEntry.Folder(path, modified, permissions);
      default -> new ManifestEntry.Link(path, target(text), modified);
    };
  }

  private static LinkTarget target(String text) {
    return new LinkTarget(text.substring(text.indexOf(SEPARATOR) + 1));
  }

  @Override
  public List<ManifestEntry> subList(int from, int to) {
    Objects.checkFromToIndex(from, to, size);
    return new PackedEntries(records, start + from, to - from);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof PackedEntries packed)) {
      return super.equals(other);
    }
    boolean same = size == packed.size;
    for (int entry = 0; same && entry < size; entry++) {
      same = records.isSame(at(entry), packed.records, packed.at(entry));
    }
    return same;
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
