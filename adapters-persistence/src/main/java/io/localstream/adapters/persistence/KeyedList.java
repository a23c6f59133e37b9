package io.localstream.adapters.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lists in which each element has a key of its own. */
final class KeyedList {
  private KeyedList() {}

  /** The list with the element in the place of the one with the same key, or at its end. */
  static <T> List<T> with(List<T> list, T element, Function<T, ?> key) {
    List<T> changed = new ArrayList<>(list);
    for (int i = 0; i < changed.size(); i++) {
      if (key.apply(changed.get(i)).equals(key.apply(element))) {
        changed.set(i, element);
        return List.copyOf(changed);
      }
    }
    changed.add(element);
    return List.copyOf(changed);
  }

  static <T, K> List<T> without(List<T> list, K unwanted, Function<T, K> key) {
    return list.stream().filter(element -> !key.apply(element).equals(unwanted)).toList();
  }
}
