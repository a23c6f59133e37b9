package io.localstream.bootstrap.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that a run has found, as it is kept in a file.
 *
 * @param machine what it ran on, and the versions of all programs
 */
record Results(String date, Map<String, String> machine, long size, List<Outcome> outcomes) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** These, and those of a later run, which count where both have a row. */
  Results and(Results later) {
    Map<String, Outcome> all = new LinkedHashMap<>();
    outcomes.forEach(outcome -> all.put(outcome.id(), outcome));
    later.outcomes.forEach(outcome -> all.put(outcome.id(), outcome));
    return new Results(later.date, later.machine, later.size, List.copyOf(all.values()));
  }

  void write(Path file) {
    JSON.writeValue(file.toFile(), this);
  }

  static Results read(Path file) {
    return JSON.readValue(file.toFile(), Results.class);
  }
}
