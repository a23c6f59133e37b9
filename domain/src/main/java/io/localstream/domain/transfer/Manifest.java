package io.localstream.domain.transfer;

import io.localstream.domain.display.DisplayText;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a transfer holds: 1 to 1,000,000 files, folders and links. The contents of the files follow
 * each other in this order as one stream of bytes. No two paths may fall together on any file
 * system, and nothing may lie in what is not a folder. Immutable; two with the same entries are
 * equal.
 */
public final class Manifest {
  public static final int MAX_ENTRIES = 1_000_000;

  private final List<ManifestEntry> entries;

  /** Added up once: it is asked for with every piece of a transfer. */
  private final long totalBytes;

  private final int files;

  private final boolean oneFolder;

  public Manifest(List<ManifestEntry> entries) {
    this.entries = List.copyOf(entries);
    if (entries.isEmpty() || entries.size() > MAX_ENTRIES) {
      throw new IllegalArgumentException("a transfer has 1 to " + MAX_ENTRIES + " files");
    }
    requireApart(this.entries);
    totalBytes = total(this.entries);
    oneFolder = areInOneFolder(this.entries);
    files = (int) this.entries.stream().filter(ManifestEntry.File.class::isInstance).count();
  }

  private static void requireApart(List<ManifestEntry> entries) {
    Set<String> all = HashSet.newHashSet(entries.size());
    Set<String> noFolders = new HashSet<>();
    Set<String> folders = new HashSet<>();
    for (ManifestEntry entry : entries) {
      String path = entry.path().collisionKey();
      if (!all.add(path)) {
        throw new IllegalArgumentException("two files of the transfer have the same path");
      }
      if (!(entry instanceof ManifestEntry.Folder)) {
        noFolders.add(path);
      }
      int slash = path.lastIndexOf('/');
      while (slash >= 0 && folders.add(path.substring(0, slash))) {
        slash = path.lastIndexOf('/', slash - 1);
      }
    }
    if (!Collections.disjoint(folders, noFolders)) {
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

  /** How many of the entries are files. */
  public int files() {
    return files;
  }

  /**
   * One line for people: the name of a single thing, of the one folder that holds all, or of the
   * first and how many more there are.
   */
  public String display() {
    RelativePath first = entries.getFirst().path();
    if (entries.size() == 1) {
      return first.display();
    }
    return oneFolder
        ? DisplayText.escape(root(first)) + " (" + files + (files == 1 ? " file)" : " files)")
        : first.display() + " and " + (entries.size() - 1) + " more";
  }

  private static String root(RelativePath path) {
    int slash = path.value().indexOf('/');
    return slash < 0 ? path.value() : path.value().substring(0, slash);
  }

  private static boolean areInOneFolder(List<ManifestEntry> entries) {
    String folder = root(entries.getFirst().path()) + "/";
    return entries.stream().skip(1).allMatch(entry -> entry.path().value().startsWith(folder));
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
