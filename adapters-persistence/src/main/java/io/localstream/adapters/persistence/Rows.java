package io.localstream.adapters.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The rows of a list, those that can't be read among them: they stay in the file as they are, and
 * hide none of the others. Immutable.
 */
record Rows<T>(List<Row<T>> all) {
  Rows {
    all = List.copyOf(all);
  }

  /** One row. */
  sealed interface Row<T> {}

  /** A row that was read. */
  record Sound<T>(T value) implements Row<T> {}

  /**
   * A row that can't be read.
   *
   * @param json what stands in the file
   * @param problem where it is wrong, without its content
   */
  record Damaged<T>(JsonNode json, String problem) implements Row<T> {}

  static <T> Rows<T> none() {
    return new Rows<>(List.of());
  }

  /** Those that can be read. */
  List<T> sound() {
    return all.stream().flatMap(Rows::value).toList();
  }

  private static <T> Stream<T> value(Row<T> row) {
    return switch (row) {
      case Sound<T>(T value) -> Stream.of(value);
      case Damaged<T> _ -> Stream.empty();
    };
  }

  /** Those that can't be read. */
  List<Damaged<T>> damaged() {
    List<Damaged<T>> damaged = new ArrayList<>();
    for (Row<T> row : all) {
      if (row instanceof Damaged<T> bad) {
        damaged.add(bad);
      }
    }
    return damaged;
  }

  /** The rows with that value in the place of the one with the same key, or at their end. */
  Rows<T> with(T value, Function<T, ?> key) {
    List<Row<T>> changed = new ArrayList<>(all);
    for (int i = 0; i < changed.size(); i++) {
      if (changed.get(i) instanceof Sound<T>(T known)
          && key.apply(known).equals(key.apply(value))) {
        changed.set(i, new Sound<>(value));
        return new Rows<>(changed);
      }
    }
    changed.add(new Sound<>(value));
    return new Rows<>(changed);
  }

  /** The rows without those values; what can't be read stays. */
  Rows<T> without(Predicate<T> unwanted) {
    return new Rows<>(all.stream().filter(row -> value(row).noneMatch(unwanted)).toList());
  }
}
