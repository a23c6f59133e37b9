package io.localstream.adapters.persistence;

import java.util.function.UnaryOperator;

/**
 * A document of the home, {@code NAME.json}. A reader takes no lock; a change reads, changes and
 * writes under one. Safe for several threads and processes.
 */
final class JsonDocument<T> {
  private final LocalStreamHome home;
  private final String name;
  private final T empty;
  private final JsonEnvelope<T> envelope;

  /**
   * @param empty what a document that was never written holds
   */
  JsonDocument(LocalStreamHome home, JsonForm<T> form, T empty) {
    this.home = home;
    this.name = form.name() + ".json";
    this.empty = empty;
    this.envelope = new JsonEnvelope<>(form);
  }

  T read() {
    return Uninterrupted.call(() -> envelope.read(home.file(name)).orElse(empty));
  }

  /** Replaces what is kept by what {@code change} makes of it. */
  T change(UnaryOperator<T> change) {
    return Uninterrupted.call(() -> {
      StoredFile file = home.file(name);
      return file.exclusively(() -> {
        T before = envelope.readOrKeepAside(file).orElse(empty);
        T after = change.apply(before);
        if (!after.equals(before)) {
          envelope.write(file, after);
        }
        return after;
      });
    });
  }
}
