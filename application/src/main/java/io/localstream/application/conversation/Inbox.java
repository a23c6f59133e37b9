package io.localstream.application.conversation;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.ConversationStage;
import io.localstream.domain.port.MessageCodec;
import io.localstream.domain.port.SecureChannel;
import java.util.Optional;
import java.util.function.Consumer;

/** The reading half of a session; notices when the peer is gone. For one thread. */
final class Inbox {
  /** A peer that is silent for so many heartbeats is gone. */
  private static final int SILENT_HEARTBEATS = 3;

  private final SecureChannel channel;
  private final MessageCodec codec;
  private final Timeouts timeouts;
  private final String peerName;

  Inbox(SecureChannel channel, MessageCodec codec, Timeouts timeouts, String peerName) {
    this.channel = channel;
    this.codec = codec;
    this.timeouts = timeouts;
    this.peerName = peerName;
  }

  /**
   * Reads until the session ends.
   *
   * @param hear takes every message; what it throws ends the session
   * @return why it ended
   */
  LocalStreamException readUntilTheEnd(Consumer<ControlMessage> hear) {
    int silent = 0;
    while (silent < SILENT_HEARTBEATS) {
      try {
        hear.accept(read().orElseThrow(this::gone));
        silent = 0;
      } catch (LocalStreamException e) {
        if (e.code() != FailureCode.TIMED_OUT) {
          return explain(e);
        }
        silent++;
      } catch (RuntimeException | Error e) {
        // Memory that is gone, too: whoever waits for this session must not wait for ever.
        return new LocalStreamException(FailureCode.INTERNAL, "internal error: " + e, e);
      }
    }
    return new LocalStreamException(FailureCode.TIMED_OUT, peerName + " does not answer any more");
  }

  /** Closed here means that the writing half could not go on: nobody wanted it so. */
  private Optional<ControlMessage> read() {
    try {
      return codec.read(channel, ConversationStage.SESSION, timeouts.heartbeat());
    } catch (LocalStreamException e) {
      if (e.code() != FailureCode.CLOSED) {
        throw e;
      }
      throw new LocalStreamException(
          FailureCode.LINK_BROKEN, peerName + " is gone: nothing reaches it any more", e);
    }
  }

  private LocalStreamException gone() {
    return new LocalStreamException(
        FailureCode.LINK_BROKEN, peerName + " is gone: the connection ended without a goodbye");
  }

  private LocalStreamException explain(LocalStreamException e) {
    return switch (e.code()) {
      case LINK_BROKEN ->
          new LocalStreamException(
              e.code(), peerName + " is gone: the connection broke or was interfered with", e);
      case PROTOCOL_VIOLATION ->
          new LocalStreamException(
              e.code(), peerName + " sent something that is not allowed: " + e.getMessage(), e);
      default -> e;
    };
  }
}
