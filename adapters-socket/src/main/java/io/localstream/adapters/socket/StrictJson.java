package io.localstream.adapters.socket;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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

  /** Bounds the objects that a message becomes; the files of a manifest need far fewer. */
  static final int MAX_TOKENS = 1 << 20;

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_NESTING)
                          .maxStringLength(MAX_STRING_CHARS)
                          .maxNameLength(MAX_NAME_CHARS)
                          .maxNumberLength(MAX_NUMBER_CHARS)
                          .maxTokenCount(MAX_TOKENS)
                          .maxDocumentLength(JsonMessageCodec.MAX_BYTES)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

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

  private static String strictUtf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a message is in UTF-8", e);
    }
  }
}
