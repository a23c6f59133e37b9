package io.localstream.domain.transfer;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a transfer holds: 1 to 1,000,000 files, whose contents follow each other in this order as
 * one stream of bytes. No two paths may fall together on any file system, and none may be the
 * folder of another. Immutable; two with the same entries are equal.
 */
public final class Manifest {
  public static final int MAX_ENTRIES = 1_000_000;

  private final List<ManifestEntry> entries;

  /** Added up once: it is asked for with every piece of a transfer. */
  private final long totalBytes;

  public Manifest(List<ManifestEntry> entries) {
    this.entries = List.copyOf(entries);
    if (entries.isEmpty() || entries.size() > MAX_ENTRIES) {
      throw new IllegalArgumentException("a transfer has 1 to " + MAX_ENTRIES + " files");
    }
    requireApart(this.entries);
    totalBytes = total(this.entries);
  }

  private static void requireApart(List<ManifestEntry> entries) {
    Set<String> files = HashSet.newHashSet(entries.size());
    Set<String> folders = new HashSet<>();
    for (ManifestEntry entry : entries) {
      String path = entry.path().collisionKey();
      if (!files.add(path)) {
        throw new IllegalArgumentException("two files of the transfer have the same path");
      }
      int slash = path.lastIndexOf('/');
      while (slash >= 0 && folders.add(path.substring(0, slash))) {
        slash = path.lastIndexOf('/', slash - 1);
      }
    }
    if (!Collections.disjoint(folders, files)) {
      throw new IllegalArgumentException("a file of the transfer is also the folder of another");
    }
  }

  private static long total(List<ManifestEntry> entries) {
    long total = 0;
    for (ManifestEntry entry : entries) {
      if (total > Long.MAX_VALUE - entry.sizeBytes()) {
        throw new IllegalArgumentException("the sizes add up to more than 8 EiB");
      }
      total += entry.sizeBytes();
    }
    return total;
  }

  public List<ManifestEntry> entries() {
    return entries;
  }

  /** The length of the stream of bytes. */
  public long totalBytes() {
    return totalBytes;
  }

  /** One line for people: the name of a single file, or the first and how many more. */
  public String display() {
    String first = entries.getFirst().path().display();
    return entries.size() == 1 ? first : first + " and " + (entries.size() - 1) + " more";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Manifest manifest && entries.equals(manifest.entries);
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
