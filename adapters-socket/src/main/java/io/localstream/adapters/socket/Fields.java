package io.localstream.adapters.socket;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.transfer.LaneTicket;
import io.localstream.domain.transfer.TransferId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of one object, each of exactly one type and in exactly one form. Whatever is missing
 * or different is an {@link IllegalArgumentException} that names the field and not what it holds.
 */
final class Fields {
  private static final Pattern UTC =
      Pattern.compile(
          "(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}"
              + "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z");

  private final ObjectNode object;

  Fields(ObjectNode object) {
    this.object = object;
  }

  String text(String name) {
    return optionalText(name).orElseThrow(() -> wrong(name));
  }

  /** Empty where the field is missing or null. */
  Optional<String> optionalText(String name) {
    if (isAbsent(name)) {
      return Optional.empty();
    }
    JsonNode node = object.path(name);
    if (!node.isString()) {
      throw wrong(name);
    }
    return Optional.of(node.stringValue());
  }

  private boolean isAbsent(String name) {
    JsonNode node = object.path(name);
    return node.isMissingNode() || node.isNull();
  }

  int integer(String name) {
    JsonNode node = object.path(name);
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw wrong(name);
    }
    return node.intValue();
  }

  /** Empty where the field is missing or null. */
  Optional<Integer> optionalInteger(String name) {
    return isAbsent(name) ? Optional.empty() : Optional.of(integer(name));
  }

  long longInteger(String name) {
    JsonNode node = object.path(name);
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw wrong(name);
    }
    return node.longValue();
  }

  boolean truth(String name) {
    JsonNode node = object.path(name);
    if (!node.isBoolean()) {
      throw wrong(name);
    }
    return node.booleanValue();
  }

  /** False where the field is missing or null. */
  boolean optionalTruth(String name) {
    return !isAbsent(name) && truth(name);
  }

  /** Base64 with padding (RFC 4648, section 4), in its one form. */
  byte[] bytes(String name) {
    return bytes(name, text(name));
  }

  /** As above; empty where the field is missing or null. */
  Optional<byte[]> optionalBytes(String name) {
    return optionalText(name).map(text -> bytes(name, text));
  }

  DeviceId device(String name) {
    return new DeviceId(uuid(name, text(name)));
  }

  /**
   * ISO 8601 in UTC, years 1 to 9999: the parser also takes other years and offsets, leap seconds
   * and 24 o'clock.
   */
  Instant instant(String name) {
    String text = text(name);
    if (!UTC.matcher(text).matches()) {
      throw wrong(name);
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw wrong(name, e);
    }
  }

  TransferId transfer(String name) {
    return optionalTransfer(name).orElseThrow(() -> wrong(name));
  }

  Optional<TransferId> optionalTransfer(String name) {
    return optionalText(name).map(text -> new TransferId(uuid(name, text)));
  }

  List<LaneTicket> tickets(String name) {
    return each(
        name,
        node -> {
          if (!node.isString()) {
            throw wrong(name);
          }
          return new LaneTicket(bytes(name, node.stringValue()));
        });
  }

  <T> List<T> objects(String name, Function<Fields, T> read) {
    return each(
        name,
        node -> {
          if (!(node instanceof ObjectNode element)) {
            throw wrong(name);
          }
          return read.apply(new Fields(element));
        });
  }

  <T> T object(String name, Function<Fields, T> read) {
    return optionalObject(name, read).orElseThrow(() -> wrong(name));
  }

  /** Empty where the field is missing or null. */
  <T> Optional<T> optionalObject(String name, Function<Fields, T> read) {
    if (isAbsent(name)) {
      return Optional.empty();
    }
    if (!(object.path(name) instanceof ObjectNode element)) {
      throw wrong(name);
    }
    return Optional.of(read.apply(new Fields(element)));
  }

  /** None where the field is missing or null. */
  <T> List<T> optionalObjects(String name, Function<Fields, T> read) {
    return isAbsent(name) ? List.of() : objects(name, read);
  }

  private <T> List<T> each(String name, Function<JsonNode, T> read) {
    if (!(object.path(name) instanceof ArrayNode array)) {
      throw wrong(name);
    }
    return array.values().stream().map(read).toList();
  }

  private static byte[] bytes(String name, String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw wrong(name, e);
    }
    // The decoder also takes what it would not have written: no padding, spare bits.
    if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
      throw wrong(name);
    }
    return bytes;
  }

  /** In the canonical form of RFC 9562, section 4: the parser takes shorter ones too. */
  private static UUID uuid(String name, String text) {
    UUID uuid;
    try {
      uuid = UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw wrong(name, e);
    }
    if (!uuid.toString().equals(text)) {
      throw wrong(name);
    }
    return uuid;
  }

  private static IllegalArgumentException wrong(String name) {
    return new IllegalArgumentException("the field " + name + " is missing or malformed");
  }

  private static IllegalArgumentException wrong(String name, Throwable cause) {
    return new IllegalArgumentException("the field " + name + " is malformed", cause);
  }
}
