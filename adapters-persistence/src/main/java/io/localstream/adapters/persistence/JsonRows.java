package io.localstream.adapters.persistence;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A list in a document of the home. A row that can't be read is told once, left out of what is
 * given out, and stays in the file. Safe for several threads and processes.
 */
final class JsonRows<T> {
  private final LocalStreamHome home;
  private final String file;
  private final JsonDocument<Rows<T>> document;

  JsonRows(LocalStreamHome home, RowsForm<T> form) {
    this.home = home;
    this.file = form.name() + ".json";
    this.document = new JsonDocument<>(home, form, Rows.none());
  }

  List<T> read() {
    return told(document.read()).sound();
  }

  /** Replaces the rows by what {@code change} makes of them, and returns those that are sound. */
  List<T> change(UnaryOperator<Rows<T>> change) {
    return document.change(rows -> change.apply(told(rows))).sound();
  }

  private Rows<T> told(Rows<T> rows) {
    for (Rows.Damaged<T> damaged : rows.damaged()) {
      home.tellOnce(
          file + ": " + damaged.problem() + "; that row is left out and kept, mend it there");
    }
    return rows;
  }
}
