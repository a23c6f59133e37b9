package io.localstream.adapters.persistence;

import java.util.function.BiConsumer;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document that is a list of rows under its own name.
 *
 * @param maxBytes as in {@link JsonForm#maxBytes()}
 */
record RowsForm<T>(
    String name, int maxBytes, BiConsumer<T, ObjectNode> writeRow, Function<JsonFields, T> readRow)
    implements JsonForm<Rows<T>> {
  @Override
  public void write(Rows<T> rows, ObjectNode into) {
    ArrayNode array = into.putArray(name);
    for (Rows.Row<T> row : rows.all()) {
      switch (row) {
        case Rows.Sound<T>(T value) -> writeRow.accept(value, array.addObject());
        case Rows.Damaged<T> damaged -> array.add(damaged.json());
      }
    }
  }

  @Override
  public Rows<T> read(JsonFields from) {
    return from.rows(name, readRow);
  }
}
