package io.localstream.domain.transfer;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes sure that no two paths of a manifest fall together, and that nothing lies in what is not a
 * folder. First by numbers, since there may be a great many: by a polynomial over the characters,
 * modulo a prime. Where some seem to, or the numbers crowd, because somebody has chosen the paths
 * so, they are compared themselves.
 */
final class PathsApart {
  /** A Mersenne prime: 2^61 - 1. */
  private static final long PRIME = (1L << 61) - 1;

  private static final int PRIME_BITS = 61;
  private static final long PLACE = 0x1B87_3593_CC9E_2D51L;

  private final PackedEntries entries;
  private final HashedSet all;
  private final HashedSet folders = new HashedSet(16);

  /** The numbers of the folders that a path lies in, outermost first. */
  private final long[] around = new long[RelativePath.MAX_SEGMENTS];

  private int levels;

  private PathsApart(PackedEntries entries) {
    this.entries = entries;
    this.all = new HashedSet(entries.size());
  }

  /**
   * Makes sure.
   *
   * @throws IllegalArgumentException they are not
   */
  static void require(PackedEntries entries) {
    if (!new PathsApart(entries).seemApart()) {
      requireThemselves(entries);
    }
  }

  private boolean seemApart() {
    for (int entry = 0; entry < entries.size(); entry++) {
      if (!all.add(number(RelativePath.collisionKey(entries.path(entry))))) {
        return false;
      }
      // All of them: an inner folder may have the number of another, in another one.
      while (levels > 0) {
        folders.add(around[--levels]);
      }
    }
    return noneIsFolder() && !all.isCrowded() && !folders.isCrowded();
  }

  private boolean noneIsFolder() {
    for (int entry = 0; entry < entries.size(); entry++) {
      if (entries.kind(entry) != PackedEntries.FOLDER
          && folders.holds(number(RelativePath.collisionKey(entries.path(entry))))) {
        return false;
      }
    }
    return true;
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
}
