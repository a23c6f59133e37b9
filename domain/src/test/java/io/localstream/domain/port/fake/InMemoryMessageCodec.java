package io.localstream.domain.port.fake;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.ConversationStage;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.MessageCodec;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;

/**
 * Keeps the messages here and puts numbers on the link, so both ends of a link must use the same
 * object. A number that was altered, made up or read before is a {@code PROTOCOL_VIOLATION}. Safe
 * for several threads.
 */
public final class InMemoryMessageCodec implements MessageCodec {
  /** Stands for the limit on a message's length: how many characters all paths may have. */
  public static final int MAX_PATH_CHARS = 4 << 20;

  /** The same, before a session is open. */
  public static final int MAX_FIRST_PATH_CHARS = 64 << 10;

  private static final int FRAME_BYTES = 2 * Long.BYTES;

  private final AtomicLong next = new AtomicLong(1);
  private final Map<Long, ControlMessage> travelling = new ConcurrentHashMap<>();

  @Override
  public void write(ControlMessage message, Link link, Duration timeout) {
    if (message instanceof ControlMessage.Unrecognised) {
      throw new IllegalArgumentException("an unrecognised message can't be written");
    }
    if (message instanceof ControlMessage.Entries entries && pathChars(entries) > MAX_PATH_CHARS) {
      throw new IllegalArgumentException("the message is too long");
    }
    send(message, link, timeout);
  }

  /** Writes a message of a type that the other side does not know. */
  public void writeUnknown(Link link, Duration timeout) {
    send(new ControlMessage.Unrecognised(), link, timeout);
  }

  private void send(ControlMessage message, Link link, Duration timeout) {
    long number = next.getAndIncrement();
    travelling.put(number, message);
    ByteBuffer frame = ByteBuffer.allocate(FRAME_BYTES).putLong(number).putLong(checksum(number));
    link.write(frame.flip(), timeout);
  }

  @Override
  public Optional<ControlMessage> read(Link link, ConversationStage stage, Duration timeout) {
    ByteBuffer frame = ByteBuffer.allocate(FRAME_BYTES);
    if (link.read(frame, timeout) < 0) {
      return Optional.empty();
    }
    while (frame.hasRemaining()) {
      readMore(link, frame, timeout);
    }
    long number = frame.flip().getLong();
    ControlMessage message = frame.getLong() == checksum(number) ? travelling.remove(number) : null;
    if (message == null || isTooLong(message, stage)) {
      throw new LocalStreamException(
          FailureCode.PROTOCOL_VIOLATION, link.remote() + " sent a malformed message");
    }
    return Optional.of(message);
  }

  private static boolean isTooLong(ControlMessage message, ConversationStage stage) {
    return switch (stage) {
      case INTRODUCTION ->
          message instanceof ControlMessage.Entries entries
              && pathChars(entries) > MAX_FIRST_PATH_CHARS;
      case SESSION -> false;
    };
  }

  private static void readMore(Link link, ByteBuffer frame, Duration timeout) {
    try {
      if (link.read(frame, timeout) < 0) {
        throw new LocalStreamException(
            FailureCode.LINK_BROKEN, link.remote() + " ended within a message");
      }
    } catch (LocalStreamException e) {
      if (e.code() == FailureCode.TIMED_OUT) {
        throw new LocalStreamException(
            FailureCode.LINK_BROKEN, link.remote() + " stalled within a message", e);
      }
      throw e;
    }
  }

  private static long pathChars(ControlMessage.Entries message) {
    return message.entries().stream().mapToLong(entry -> entry.path().value().length()).sum();
  }

  private static long checksum(long number) {
    CRC32 crc = new CRC32();
    crc.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    return crc.getValue();
  }
}
