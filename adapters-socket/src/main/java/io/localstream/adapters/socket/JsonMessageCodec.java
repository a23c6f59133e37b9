package io.localstream.adapters.socket;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.ConversationStage;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.MessageCodec;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Messages as one JSON object each (RFC 8259) in UTF-8, after its length in bytes as four bytes,
 * big-endian. See PROTOCOL.md. Safe for several threads.
 */
public final class JsonMessageCodec implements MessageCodec {
  private final MessageForm form = new MessageForm(new ServerMessageFlags());

  @Override
  public void write(ControlMessage message, Link link, Duration timeout) {
    byte[] json = form.encode(message);
    int most = MessageLimits.bytes(MessageForm.type(message));
    if (json.length > most) {
      throw new IllegalArgumentException(
          "the message would be longer than " + most + " bytes: send fewer files at once");
    }
    ByteBuffer frame = ByteBuffer.allocate(Integer.BYTES + json.length);
    link.write(frame.putInt(json.length).put(json).flip(), timeout);
  }

  @Override
  public Optional<ControlMessage> read(Link link, ConversationStage stage, Duration timeout) {
    Optional<byte[]> json = new FrameReader(link, timeout).read(MessageLimits.of(stage));
    return json.map(bytes -> decode(bytes, stage, link));
  }

  private ControlMessage decode(byte[] json, ConversationStage stage, Link link) {
    try {
      return form.decode(json, stage);
    } catch (JacksonException | IllegalArgumentException e) {
      // What they say may repeat what the peer wrote: it goes into the cause only.
      throw new LocalStreamException(
          FailureCode.PROTOCOL_VIOLATION,
          link.remote() + " sent a message that is malformed: update LocalStream on both devices",
          e);
    }
  }
}
