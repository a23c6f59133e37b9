package io.localstream.adapters.socket;

import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.transfer.ChunkRange;
import io.localstream.domain.transfer.EntryPacker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the messages that may be long, as streams: what is in memory of one is its bytes, what was
 * made of it, and a single element. One is read at a time, whole bytes in hand, so that no peer is
 * waited for meanwhile. Thread-safe.
 */
final class LongMessages {
  /** Of an object in a list, or of the message itself; there are no more than eight. */
  private static final int MAX_FIELDS = 32;

  /** Of a short list beside the long one; there are no more than sixteen. */
  private static final int MAX_ELEMENTS = 64;

  private final ReentrantLock oneAtATime = new ReentrantLock();

  /**
   * Reads the beginning that every long message has: its version and its type.
   *
   * @throws IllegalArgumentException it begins with something else
   */
  static String type(JsonParser parser) {
    require(parser.nextToken() == JsonToken.START_OBJECT);
    require("v".equals(parser.nextName()));
    require(parser.nextToken() == JsonToken.VALUE_NUMBER_INT);
    require(parser.getIntValue() == MessageForm.VERSION);
    require("type".equals(parser.nextName()));
    require(parser.nextToken() == JsonToken.VALUE_STRING);
    return parser.getString();
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("a long message begins with its version and its type");
    }
  }

  /**
   * Reads one message.
   *
   * @throws IllegalArgumentException when it is no message, or one that the domain refuses
   * @throws tools.jackson.core.JacksonException when it is no JSON
   */
  ControlMessage decode(byte[] utf8) {
    oneAtATime.lock();
    try (JsonParser parser = StrictJson.LONG.parser(utf8)) {
      return decode(type(parser), parser);
    } finally {
      oneAtATime.unlock();
    }
  }

  private static ControlMessage decode(String type, JsonParser parser) {
    return switch (type) {
      case MessageForm.ENTRIES -> {
        EntryPacker entries = new EntryPacker();
        Fields fields =
            rest(parser, EntryMessages.ENTRIES, each -> entries.add(EntryMessages.entry(each)));
        yield new ControlMessage.Entries(fields.transfer("transfer"), entries.list());
      }
      case MessageForm.SPOILT -> {
        EntryMessages.SpoiltEntries entries = new EntryMessages.SpoiltEntries();
        Fields fields = rest(parser, EntryMessages.ENTRIES, entries::add);
        yield entries.message(fields);
      }
      case MessageForm.ACCEPT -> {
        List<ChunkRange> had = new ArrayList<>();
        Fields fields =
            rest(parser, TransferMessages.HAD, each -> had.add(TransferMessages.range(each)));
        yield TransferMessages.accept(fields, had);
      }
      case MessageForm.DIGESTS -> ProofMessages.digests(rest(parser, "", _ -> {}));
      case MessageForm.UNSAVED -> ProofMessages.unsaved(rest(parser, "", _ -> {}));
      default -> throw new IllegalArgumentException("a message of this type is not long");
    };
  }

  /** Reads to the end of the message: the elements of a list one by one, all else as fields. */
  private static Fields rest(JsonParser parser, String list, Consumer<Fields> element) {
    ObjectNode fields = StrictJson.LONG.newObject();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken value = parser.nextToken();
      if (name.equals(list) && value != JsonToken.VALUE_NULL) {
        readList(parser, element);
      } else {
        put(name, parser, fields);
      }
    }
    if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
      throw new IllegalArgumentException("something is behind a message");
    }
    return new Fields(fields);
  }

  private static void readList(JsonParser parser, Consumer<Fields> element) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new IllegalArgumentException("what should be a list is none");
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("the elements of the list are objects");
      }
      ObjectNode fields = StrictJson.LONG.newObject();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        put(name, parser, fields);
      }
      element.accept(new Fields(fields));
    }
  }

  /** Keeps a field if it is small; objects and what is nested deeper are passed over. */
  private static void put(String name, JsonParser parser, ObjectNode into) {
    if (into.size() >= MAX_FIELDS) {
      throw new IllegalArgumentException("an object has more fields than any message");
    }
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        parser.skipChildren();
        into.putObject(name);
      }
      case START_ARRAY -> putList(parser, into.putArray(name));
      default -> into.set(name, parser.readValueAsTree());
    }
  }

  private static void putList(JsonParser parser, ArrayNode into) {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (into.size() >= MAX_ELEMENTS) {
        throw new IllegalArgumentException("a list has more elements than any message");
      }
      if (parser.currentToken().isStructStart()) {
        parser.skipChildren();
        into.addObject();
      } else {
        into.add((JsonNode) parser.readValueAsTree());
      }
    }
  }
}
