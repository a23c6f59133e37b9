package io.localstream.adapters.socket;

import io.localstream.domain.message.ConversationStage;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/** How long messages may be; see PROTOCOL.md. */
final class MessageLimits {
  /** A message before a session is open, and most of those afterwards. */
  static final int SHORT_BYTES = 64 << 10;

  /** A message that lists files or chunks. */
  static final int LONG_BYTES = 1 << 20;

  /** All digests of a message, or a bit for each entry of an offer, in base64, and some room. */
  static final int DIGESTS_BYTES = 256 << 10;

  private MessageLimits() {}

  /** How long a message of that type may be in an open session. */
  static int bytes(String type) {
    return switch (type) {
      case MessageForm.ENTRIES, MessageForm.ACCEPT, MessageForm.SPOILT -> LONG_BYTES;
      case MessageForm.DIGESTS, MessageForm.UNSAVED -> DIGESTS_BYTES;
      default -> SHORT_BYTES;
    };
  }

  static FrameLimit of(ConversationStage stage) {
    return switch (stage) {
      case INTRODUCTION -> SHORT;
      case SESSION -> BY_TYPE;
    };
  }

  private static final FrameLimit SHORT =
      new FrameLimit() {
        @Override
        public int any() {
          return SHORT_BYTES;
        }

        @Override
        public int given(byte[] beginning) {
          return SHORT_BYTES;
        }
      };

  private static final FrameLimit BY_TYPE =
      new FrameLimit() {
        @Override
        public int any() {
          return LONG_BYTES;
        }

        @Override
        public int given(byte[] beginning) {
          return bytes(typeOf(beginning));
        }
      };

  /** The type of a message that begins as long ones have to, and nothing for any other. */
  private static String typeOf(byte[] beginning) {
    try (JsonParser parser = StrictJson.LONG.parser(beginning)) {
      return LongMessages.type(parser);
    } catch (JacksonException | IllegalArgumentException _) {
      return "";
    }
  }
}
