package io.localstream.domain.transfer;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes sure that no two paths of a manifest are the same, and that nothing lies in what is not a
 * folder. What only some file systems take for the same, the destination's {@link NamePlan} tells
 * apart. First by numbers, since there may be a great many: by a polynomial over the characters,
 * modulo a prime. Where some seem to, they are compared themselves.
 */
final class PathsApart {
  /** A Mersenne prime: 2^61 - 1. */
  private static final long PRIME = (1L << 61) - 1;

  private static final int PRIME_BITS = 61;
  private static final long PLACE = 0x1B87_3593_CC9E_2D51L;

  private final PackedEntries entries;
  private final long[] folders;
  private final long[] others;

  /** The numbers of what others lie in, some more than once. */
  private long[] outer = new long[RelativePath.MAX_SEGMENTS];

  private int outerCount;

  /** The numbers of the folders that a path lies in, outermost first. */
  private long[] around = new long[RelativePath.MAX_SEGMENTS];

  private int levels;

  /** Those of the path before. */
  private long[] aroundLast = new long[RelativePath.MAX_SEGMENTS];

  private int levelsLast;

  private PathsApart(PackedEntries entries, int folders) {
    this.entries = entries;
    this.folders = new long[folders];
    this.others = new long[entries.size() - folders];
  }

  /**
   * Makes sure.
   *
   * @throws IllegalArgumentException they are not
   */
  static void require(PackedEntries entries) {
    int folders = 0;
    for (int entry = 0; entry < entries.size(); entry++) {
      folders += entries.kind(entry) == PackedEntries.FOLDER ? 1 : 0;
    }
    if (!new PathsApart(entries, folders).seemApart()) {
      requireThemselves(entries);
    }
  }

  private boolean seemApart() {
    int folder = 0;
    int other = 0;
    for (int entry = 0; entry < entries.size(); entry++) {
      long number = number(entries.path(entry));
      if (entries.kind(entry) == PackedEntries.FOLDER) {
        folders[folder++] = number;
      } else {
        others[other++] = number;
      }
      noteAround();
    }
    Arrays.sort(folders);
    Arrays.sort(others);
    Arrays.sort(outer, 0, outerCount);
    return !holdsTwins(folders)
        && !holdsTwins(others)
        && !haveCommon(folders, folders.length)
        && !haveCommon(outer, outerCount);
  }

  /** All but those of the path before: neighbours mostly lie in the same folders. */
  private void noteAround() {
    for (int level = 0; level < levels; level++) {
      if (level >= levelsLast || around[level] != aroundLast[level]) {
        if (outerCount == outer.length) {
          outer = Arrays.copyOf(outer, 2 * outerCount);
        }
        outer[outerCount++] = around[level];
      }
    }
    long[] swapped = aroundLast;
    aroundLast = around;
    levelsLast = levels;
    around = swapped;
  }

  private static boolean holdsTwins(long[] sorted) {
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        return true;
      }
    }
    return false;
  }

  /** Whether something that is no folder has a number of these. */
  private boolean haveCommon(long[] sorted, int count) {
    int other = 0;
    for (int i = 0; i < count; i++) {
      while (other < others.length && others[other] < sorted[i]) {
        other++;
      }
      if (other < others.length && others[other] == sorted[i]) {
        return true;
      }
    }
    return false;
  }

  /** The number of a path; notes those of the folders that it lies in. */
  private long number(String path) {
    long number = 1;
    levels = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '/') {
        around[levels++] = number;
      }
      number = next(number, c);
    }
    return number;
  }

  private static long next(long number, char c) {
    long high = Math.multiplyHigh(number, PLACE);
    long low = number * PLACE;
    long sum = (low & PRIME) + ((high << (Long.SIZE - PRIME_BITS)) | (low >>> PRIME_BITS)) + c;
    sum = (sum & PRIME) + (sum >>> PRIME_BITS);
    return sum >= PRIME ? sum - PRIME : sum;
  }

  private static void requireThemselves(List<ManifestEntry> entries) {
    Set<String> all = HashSet.newHashSet(entries.size());
    Set<String> noFolders = new HashSet<>();
    Set<String> folders = new HashSet<>();
    for (ManifestEntry entry : entries) {
      String path = entry.path().value();
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
}
