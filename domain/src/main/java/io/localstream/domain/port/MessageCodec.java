package io.localstream.domain.port;

import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.ConversationStage;
import java.time.Duration;
import java.util.Optional;

/** Puts control messages on a link and takes them off. Stateless; safe for several threads. */
public interface MessageCodec {
  /**
   * Writes one message.
   *
   * @param timeout longest time for all of it, positive
   * @throws io.localstream.domain.failure.LocalStreamException as {@link Link#write}
   * @throws IllegalArgumentException when the message is longer than any that may be read, or is
   *     {@link ControlMessage.Unrecognised}
   */
  void write(ControlMessage message, Link link, Duration timeout);

  /**
   * Reads one message. In {@link ConversationStage#INTRODUCTION} it takes at most 64 KiB; in {@link
   * ConversationStage#SESSION}, only the messages that list files or chunks may be longer. A
   * message that is too long is refused before it is read.
   *
   * @param stage how far the two ends of the link are with each other
   * @param timeout longest wait for its beginning, and again for the rest, positive
   * @return empty when the stream ended in order before a message began
   * @throws io.localstream.domain.failure.LocalStreamException {@code TIMED_OUT}: no message began;
   *     the link can be read again. {@code PROTOCOL_VIOLATION}: malformed, not allowed by the
   *     domain, or too long; nothing more can be read. {@code LINK_BROKEN}: it ended or stalled
   *     within a message. {@code CLOSED}
   */
  Optional<ControlMessage> read(Link link, ConversationStage stage, Duration timeout);
}
