package io.localstream.adapters.socket;

import java.util.ArrayList;
import java.util.List;

/** Several lists as one, to which they contribute in turns. */
final class Turns {
  private Turns() {}

  /** The first of each list, then the second of each, and so on. */
  static <T> List<T> of(List<List<T>> lists) {
    List<T> all = new ArrayList<>();
    int longest = lists.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      for (List<T> each : lists) {
        if (i < each.size()) {
          all.add(each.get(i));
        }
      }
    }
    return all;
  }
}
