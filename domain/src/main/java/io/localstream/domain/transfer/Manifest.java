package io.localstream.domain.transfer;

import io.localstream.domain.display.QuotedName;
import java.util.List;

/**
 * What a transfer holds: 1 to 1,048,576 files, folders and links. The contents of the files follow
 * each other in this order as one stream of bytes. No two paths may be the same, and nothing may
 * lie in what is not a folder. Immutable; two with the same entries are equal.
 */
public final class Manifest {
  /** A million files, and the folders that they are in. */
  public static final int MAX_ENTRIES = 1 << 20;

  private static final int FEW = 16;

  private final PackedEntries entries;

  /** Added up once: it is asked for with every piece of a transfer. */
  private final long totalBytes;

  private final int files;

  private final String display;

  public Manifest(List<ManifestEntry> entries) {
    if (entries.isEmpty() || entries.size() > MAX_ENTRIES) {
      throw new IllegalArgumentException("a transfer has 1 to " + MAX_ENTRIES + " files");
    }
    this.entries = PackedEntries.of(entries);
    PathsApart.require(this.entries);
    totalBytes = total(this.entries);
    files = files(this.entries);
    display = display(this.entries, files);
  }

  private Manifest(Manifest whole) {
    entries = PackedEntries.of(List.of());
    totalBytes = whole.totalBytes;
    files = whole.files;
    display = whole.display;
  }

  /**
   * What a list shows of one that nobody needs any more: its line for people, its bytes and its
   * number of files; of the entries there are none, unless they are few.
   */
  public Manifest brief() {
    return entries.size() > FEW ? new Manifest(this) : this;
  }

  private static long total(PackedEntries entries) {
    long total = 0;
    for (int entry = 0; entry < entries.size(); entry++) {
      if (total > Long.MAX_VALUE - entries.sizeBytes(entry)) {
        throw new IllegalArgumentException("the sizes add up to more than 8 EiB");
      }
      total += entries.sizeBytes(entry);
    }
    return total;
  }

  private static int files(PackedEntries entries) {
    int files = 0;
    for (int entry = 0; entry < entries.size(); entry++) {
      files += entries.kind(entry) == PackedEntries.FILE ? 1 : 0;
    }
    return files;
  }

  /** All of it; each is made when it is asked for, so whoever wants one thing asks for that. */
  public List<ManifestEntry> entries() {
    return entries;
  }

  public int size() {
    return entries.size();
  }

  /** What {@link ManifestEntry#sizeBytes()} is of the entry at that place, from 0. */
  public long sizeBytes(int entry) {
    return entries.sizeBytes(entry);
  }

  /** Where the bytes of the entry at that place begin in the stream. */
  public long start(int entry) {
    return entries.start(entry);
  }

  /** The place of the first entry that ends behind that offset in the stream; else the last. */
  public int entryAt(long streamOffset) {
    return entries.at(streamOffset);
  }

  /** The path of the entry at that place. */
  public String path(int entry) {
    return entries.path(entry);
  }

  /** How long the path of an entry is, and the target of a link, in bytes of UTF-8. */
  public int textBytes(int entry) {
    return entries.textBytes(entry);
  }

  public boolean isFile(int entry) {
    return entries.kind(entry) == PackedEntries.FILE;
  }

  /** Whether it is a file that its owner or others may run as a program. */
  public boolean isExecutable(int entry) {
    return isFile(entry) && (entries.permissions(entry) & ManifestEntry.EXECUTE_PERMISSIONS) != 0;
  }

  public boolean isFolder(int entry) {
    return entries.kind(entry) == PackedEntries.FOLDER;
  }

  public boolean isLink(int entry) {
    return entries.kind(entry) == PackedEntries.LINK;
  }

  /** The length of the stream of bytes. */
  public long totalBytes() {
    return totalBytes;
  }

  /** How many of the entries are files. */
  public int files() {
    return files;
  }

  /**
   * One line for people: the name of a single thing, of the one folder that holds all, or of the
   * first and how many more there are.
   */
  public String display() {
    return display;
  }

  private static String display(PackedEntries entries, int files) {
    RelativePath first = entries.getFirst().path();
    if (entries.size() == 1) {
      return QuotedName.of(first.value());
    }
    return areInOneFolder(entries)
        ? QuotedName.of(root(first)) + " (" + files + (files == 1 ? " file)" : " files)")
        : QuotedName.of(first.value()) + " and " + (entries.size() - 1) + " more";
  }

  private static String root(RelativePath path) {
    int slash = path.value().indexOf('/');
    return slash < 0 ? path.value() : path.value().substring(0, slash);
  }

  private static boolean areInOneFolder(PackedEntries entries) {
    String folder = root(entries.getFirst().path()) + "/";
    for (int entry = 1; entry < entries.size(); entry++) {
      if (!entries.path(entry).startsWith(folder)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Manifest manifest
        && entries.equals(manifest.entries)
        && totalBytes == manifest.totalBytes
        && display.equals(manifest.display);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return "Manifest[" + display() + ", " + totalBytes + " bytes]";
  }
}
