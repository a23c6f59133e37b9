package io.localstream.domain.transfer;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Finds paths of a manifest that a place takes for the same. There may be a great many, so that
 * nothing but a number is kept of those that are like no other. For one thread.
 */
final class AlikePaths {
  private static final int MOST = 1 << 16;
  private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

  private final Manifest manifest;
  private final NameRules rules;
  private final boolean mapping;

  /** The numbers of the folders around the entry that was looked at last, outermost first. */
  private final long[] numbers = new long[RelativePath.MAX_SEGMENTS + 1];

  private AlikePaths(Manifest manifest, NameRules rules, boolean mapping) {
    this.manifest = manifest;
    this.rules = rules;
    this.mapping = mapping;
  }

  /**
   * Finds those that are like an earlier one, or lie in the same folder under a like name.
   *
   * @param mapping whether another name is wanted for them
   * @return that name by the path; empty where there is none
   */
  static Map<String, String> find(Manifest manifest, NameRules rules, boolean mapping) {
    AlikePaths paths = new AlikePaths(manifest, rules, mapping);
    long[] shared = paths.shared();
    return shared.length == 0 ? Map.of() : paths.resolve(shared);
  }

  /** Is told of every path that was not looked at with the entry before. */
  @FunctionalInterface
  private interface Step {
    /** The number of a name in a folder with that number. */
    long at(String path, int start, int end, long folder);
  }

  private void walk(Step step) {
    String last = "";
    for (int entry = 0; entry < manifest.size(); entry++) {
      String path = manifest.path(entry);
      boolean same = true;
      int level = 0;
      for (int start = 0; start <= path.length(); level++) {
        int end = NamePlan.end(path, start);
        same &= end < path.length() && isWithin(last, path, end);
        if (!same) {
          numbers[level + 1] = step.at(path, start, end, numbers[level]);
        }
        start = end + 1;
      }
      last = path;
    }
  }

  /** Whether the last path lies in the folder, or is it, that this one lies in. */
  private static boolean isWithin(String last, String path, int end) {
    return last.regionMatches(0, path, 0, end)
        && (last.length() == end || (last.length() > end && last.charAt(end) == '/'));
  }

  private long[] shared() {
    LongStream.Builder all = LongStream.builder();
    walk((path, start, end, folder) -> {
      String name = path.substring(start, end);
      long number = next(folder, NameRules.key(held(name)));
      all.add(number);
      if (mapping) {
        // So that no name is given to one entry which another has already.
        all.add(next(folder, NameRules.key(NameMapping.of(name, rules.maxBytes()))));
      }
      return number;
    });
    long[] sorted = all.build().sorted().toArray();
    int found = 0;
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        sorted[found++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, found);
  }

  private String held(String name) {
    return mapping ? NamePlan.held(name, rules) : name;
  }

  private Map<String, String> resolve(long[] shared) {
    Map<Long, String> owners = new HashMap<>();
    Map<String, String> alike = new HashMap<>();
    walk((path, start, end, folder) -> {
      String inner = path.substring(0, end);
      String name = path.substring(start, end);
      long number = next(folder, NameRules.key(held(name)));
      if (Arrays.binarySearch(shared, number) < 0 || owns(owners, number, inner)) {
        return number;
      }
      if (alike.size() == MOST) {
        throw new LocalStreamException(
            FailureCode.NAME_NOT_HELD,
            "the destination can't tell too many names of the transfer apart; receive it"
                + " elsewhere");
      }
      String other = mapping ? NameMapping.of(name, rules.maxBytes()) : "";
      long otherNumber = next(folder, NameRules.key(other));
      boolean free = mapping && owns(owners, otherNumber, inner);
      alike.put(inner, free ? other : "");
      return free ? otherNumber : number;
    });
    return alike;
  }

  private static boolean owns(Map<Long, String> owners, long number, String path) {
    String owner = owners.putIfAbsent(number, path);
    return owner == null || owner.equals(path);
  }

  private static long next(long folder, String key) {
    long number = (folder + 1) * FACTOR;
    for (int i = 0; i < key.length(); i++) {
      number = (number + key.charAt(i) + 1) * FACTOR;
      number ^= number >>> Integer.SIZE;
    }
    return number;
  }
}
