package io.localstream.adapters.socket;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON as little of it as messages need, since whoever wrote it may mean ill: exactly one object,
 * nothing twice, little of everything. Only trees, never objects that the text names. Thread-safe.
 */
final class StrictJson {
  static final int MAX_NESTING = 16;

  /** Longer than the longest path, the largest key, and all the digests of a message in base64. */
  static final int MAX_STRING_CHARS = 176 << 10;

  private static final int MAX_NAME_CHARS = 256;
  private static final int MAX_NUMBER_CHARS = 32;

  /** Of a message before a session is open; the longest hello has a hundred. */
  static final int MAX_FIRST_TOKENS = 2_048;

  /** Of a message that becomes a tree. */
  static final int MAX_TOKENS = 16_384;

  /** Of a message that is read as a stream. */
  static final int MAX_STREAMED_TOKENS = 1 << 18;

  /** For messages before a session is open. */
  static final StrictJson FIRST = new StrictJson(MAX_FIRST_TOKENS, MessageLimits.SHORT_BYTES);

  /** For messages of an open session that are not long. */
  static final StrictJson SHORT = new StrictJson(MAX_TOKENS, MessageLimits.SHORT_BYTES);

  /** For those that are. */
  static final StrictJson LONG = new StrictJson(MAX_STREAMED_TOKENS, MessageLimits.LONG_BYTES);

  private final JsonMapper mapper;

  private StrictJson(int maxTokens, int maxChars) {
    mapper =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .maxStringLength(MAX_STRING_CHARS)
                            .maxNameLength(MAX_NAME_CHARS)
                            .maxNumberLength(MAX_NUMBER_CHARS)
                            .maxTokenCount(maxTokens)
                            .maxDocumentLength(maxChars)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }

  ObjectNode newObject() {
    return mapper.createObjectNode();
  }

  byte[] write(ObjectNode object) {
    return mapper.writeValueAsBytes(object);
  }

  /**
   * Reads one object.
   *
   * @throws IllegalArgumentException when it is something else, or not UTF-8
   * @throws tools.jackson.core.JacksonException when it is not JSON, or beyond a limit
   */
  ObjectNode read(byte[] utf8) {
    // Decoded here, because a parser of bytes would accept UTF-16 as well.
    if (mapper.readTree(strictUtf8(utf8)) instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException("a message is an object");
  }

  /** Reads token by token; bytes that are not UTF-8 are a {@code JacksonException} on the way. */
  JsonParser parser(byte[] utf8) {
    // A decoder that is given reports what is malformed; one that is named replaces it.
    return mapper.createParser(
        new InputStreamReader(new ByteArrayInputStream(utf8), StandardCharsets.UTF_8.newDecoder()));
  }

  private static String strictUtf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a message is in UTF-8", e);
    }
  }
}
