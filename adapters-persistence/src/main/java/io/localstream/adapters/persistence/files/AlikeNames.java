package io.localstream.adapters.persistence.files;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The names in one folder of which some system can't tell one from another; only the first of them
 * can be sent. There may be a great many names, so that nothing is kept of those that are like no
 * other. For one thread.
 */
final class AlikeNames {
  private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

  /** Those that more than one name has, sorted; by chance there may be some too many. */
  private final long[] shared;

  private final Set<String> taken = new HashSet<>();

  private final UnaryOperator<String> key;

  /**
   * @param key what names have in common that can't be told apart
   */
  AlikeNames(List<String> names, UnaryOperator<String> key) {
    this.key = key;
    long[] numbers = names.stream().mapToLong(name -> number(key.apply(name))).sorted().toArray();
    int count = 0;
    for (int i = 1; i < numbers.length; i++) {
      if (numbers[i] == numbers[i - 1]) {
        numbers[count++] = numbers[i];
      }
    }
    shared = Arrays.copyOf(numbers, count);
  }

  /** Whether none like it was taken before. */
  boolean take(String name) {
    String kept = key.apply(name);
    return Arrays.binarySearch(shared, number(kept)) < 0 || taken.add(kept);
  }

  private static long number(String key) {
    long number = 0;
    for (int i = 0; i < key.length(); i++) {
      number = (number + key.charAt(i) + 1) * FACTOR;
      number ^= number >>> Integer.SIZE;
    }
    return number;
  }
}
