package io.localstream.adapters.socket;

import io.localstream.domain.message.StatusFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The predefined replies, as the resource {@code server_message_flags.json} lists them. It is read
 * when it is first needed. Thread-safe.
 */
final class ServerMessageFlags {
  /** Where the resource is, beside this class. */
  static final String RESOURCE = "server_message_flags.json";

  private static final int AREA = 100;

  /**
   * One predefined reply.
   *
   * @param number what travels; stable
   * @param text one line for a person
   * @param retryable whether the same may succeed later without anything being changed
   */
  record Entry(int number, StatusFlag flag, String text, boolean retryable) {}

  /** The number that travels for this flag. */
  int number(StatusFlag flag) {
    return Objects.requireNonNull(Loaded.ONCE.byFlag.get(flag)).number();
  }

  /**
   * The flag that a number stands for; where a newer peer sends one that is not known here, the
   * general flag of its hundreds.
   *
   * @throws IllegalArgumentException when the number belongs to no area
   */
  StatusFlag flag(int number) {
    Entry entry = Loaded.ONCE.byNumber.get(number);
    if (entry != null) {
      return entry.flag();
    }
    StatusFlag general = Loaded.ONCE.generalByArea.get(number / AREA);
    if (general == null) {
      throw new IllegalArgumentException("the code of a status lies outside all areas");
    }
    return general;
  }

  /** All of them, by number. */
  List<Entry> entries() {
    return Loaded.ONCE.entries;
  }

  /** The content of the resource; read when the class is first used. */
  private static final class Loaded {
    private static final Loaded ONCE = new Loaded(resource());

    private final List<Entry> entries;
    private final Map<StatusFlag, Entry> byFlag = new EnumMap<>(StatusFlag.class);
    private final Map<Integer, Entry> byNumber = new HashMap<>();
    private final Map<Integer, StatusFlag> generalByArea = new HashMap<>();

    private Loaded(JsonNode resource) {
      entries = resource.path("flags").values().stream().map(Loaded::entry).toList();
      for (Entry entry : entries) {
        byFlag.put(entry.flag(), entry);
        byNumber.put(entry.number(), entry);
      }
      resource
          .path("general")
          .forEachEntry((area, flag) ->
              generalByArea.put(Integer.parseInt(area), StatusFlag.valueOf(flag.stringValue())));
    }

    private static Entry entry(JsonNode node) {
      return new Entry(
          node.path("number").intValue(),
          StatusFlag.valueOf(node.path("name").stringValue()),
          node.path("text").stringValue(),
          node.path("retryable").booleanValue());
    }

    private static JsonNode resource() {
      try (InputStream in =
          Objects.requireNonNull(ServerMessageFlags.class.getResourceAsStream(RESOURCE))) {
        return JsonMapper.builder().build().readTree(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
