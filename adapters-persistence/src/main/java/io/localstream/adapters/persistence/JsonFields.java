package io.localstream.adapters.persistence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads the fields of a JSON object strictly: what is missing or of another type is refused. */
final class JsonFields {
  private final JsonNode object;
  private final String where;

  JsonFields(JsonNode object, String where) {
    if (!object.isObject()) {
      throw new MalformedDocumentException(where + " is not an object", null);
    }
    this.object = object;
    this.where = where;
  }

  String text(String name) {
    return optionalText(name).orElseThrow(() -> malformed(name, "missing"));
  }

  Optional<String> optionalText(String name) {
    return find(name)
        .map(value -> value.stringValueOpt().orElseThrow(() -> malformed(name, "not a text")));
  }

  int number(String name) {
    return required(name).intValueOpt().orElseThrow(() -> malformed(name, "not a number"));
  }

  long longNumber(String name) {
    return required(name).longValueOpt().orElseThrow(() -> malformed(name, "not a number"));
  }

  boolean flag(String name) {
    return optionalFlag(name).orElseThrow(() -> malformed(name, "missing"));
  }

  Optional<Boolean> optionalFlag(String name) {
    return find(name)
        .map(value ->
            value.booleanValueOpt().orElseThrow(() -> malformed(name, "not true or false")));
  }

  Instant instant(String name) {
    return Instant.parse(text(name));
  }

  JsonFields object(String name) {
    return optionalObject(name).orElseThrow(() -> malformed(name, "missing"));
  }

  Optional<JsonFields> optionalObject(String name) {
    return find(name).map(value -> new JsonFields(value, where + "." + name));
  }

  /** Reads every object of a list; a value that the domain refuses is told with its place. */
  <T> List<T> list(String name, Function<JsonFields, T> read) {
    JsonNode array = required(name);
    if (!array.isArray()) {
      throw malformed(name, "not a list");
    }
    List<T> values = new ArrayList<>();
    for (JsonNode element : array.values()) {
      String place = where + "." + name + "[" + values.size() + "]";
      try {
        values.add(read.apply(new JsonFields(element, place)));
      } catch (IllegalArgumentException | IllegalStateException | DateTimeException e) {
        throw new MalformedDocumentException(place + " holds a value that can't be", e);
      }
    }
    return List.copyOf(values);
  }

  /** Reads every element of a list by itself; one that can't be read does not hide the others. */
  <T> Rows<T> rows(String name, Function<JsonFields, T> read) {
    JsonNode array = required(name);
    if (!array.isArray()) {
      throw malformed(name, "not a list");
    }
    List<Rows.Row<T>> rows = new ArrayList<>();
    for (JsonNode element : array.values()) {
      String place = name + "[" + rows.size() + "]";
      try {
        rows.add(new Rows.Sound<>(read.apply(new JsonFields(element, place))));
      } catch (MalformedDocumentException e) {
        rows.add(new Rows.Damaged<>(element, String.valueOf(e.getMessage())));
      } catch (IllegalArgumentException | IllegalStateException | DateTimeException _) {
        rows.add(new Rows.Damaged<>(element, place + " holds a value that can't be"));
      }
    }
    return new Rows<>(rows);
  }

  /** A list of texts. */
  List<String> texts(String name) {
    JsonNode array = required(name);
    if (!array.isArray()) {
      throw malformed(name, "not a list");
    }
    return array.values().stream()
        .map(element ->
            element.stringValueOpt().orElseThrow(() -> malformed(name, "not a list of texts")))
        .toList();
  }

  private JsonNode required(String name) {
    return find(name).orElseThrow(() -> malformed(name, "missing"));
  }

  private Optional<JsonNode> find(String name) {
    return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
  }

  private MalformedDocumentException malformed(String name, String problem) {
    return new MalformedDocumentException(where + "." + name + " is " + problem, null);
  }
}
