package io.localstream.application.conversation;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.ConversationStage;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.MessageCodec;
import io.localstream.domain.port.SecureChannel;
import io.localstream.domain.port.Ticker;
import java.time.Duration;
import java.util.Optional;

/** What two devices say to each other before their session is open. For one thread. */
final class IntroductionLine {
  /** No peer that means well has so much to say in one part of an introduction. */
  static final int MOST_MESSAGES = 400;

  private final SecureChannel channel;
  private final MessageCodec codec;
  private final Timeouts timeouts;
  private final Ticker ticker;

  IntroductionLine(SecureChannel channel, MessageCodec codec, Timeouts timeouts, Ticker ticker) {
    this.channel = channel;
    this.codec = codec;
    this.timeouts = timeouts;
    this.ticker = ticker;
  }

  SecureChannel channel() {
    return channel;
  }

  Endpoint remote() {
    return channel.remote();
  }

  Timeouts timeouts() {
    return timeouts;
  }

  Ticker ticker() {
    return ticker;
  }

  void send(ControlMessage message) {
    codec.write(message, channel, timeouts.message());
  }

  /**
   * The next message.
   *
   * @throws LocalStreamException {@code TIMED_OUT}: none came; the line stays usable
   */
  ControlMessage read(Duration longest) {
    return codec.read(channel, ConversationStage.INTRODUCTION, longest).orElseThrow(this::hungUp);
  }

  /** As {@link #read}, but empty where none came in time. */
  Optional<ControlMessage> poll(Duration longest) {
    try {
      return Optional.of(read(longest));
    } catch (LocalStreamException e) {
      if (e.code() != FailureCode.TIMED_OUT) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Tells the peer why this ends; the result is for throwing. */
  LocalStreamException refuse(LocalStreamException reason) {
    try {
      send(ControlMessage.Status.of(Replies.flag(reason.code())));
    } catch (LocalStreamException e) {
      reason.addSuppressed(e);
    }
    return reason;
  }

  LocalStreamException refuse(FailureCode code, String message) {
    return refuse(new LocalStreamException(code, message));
  }

  LocalStreamException refuseOutOfTurn() {
    return refuse(FailureCode.PROTOCOL_VIOLATION, "the other device sent a message out of turn");
  }

  /** Answers a message of a type that is not known here. */
  void passOver() {
    send(ControlMessage.Status.of(StatusFlag.MESSAGE_UNKNOWN));
  }

  private LocalStreamException hungUp() {
    return new LocalStreamException(
        FailureCode.LINK_BROKEN, remote() + " hung up before the two were introduced");
  }
}
