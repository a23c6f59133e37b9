package io.localstream.adapters.socket;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.MessageCodec;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Messages as one JSON object each (RFC 8259) in UTF-8, after its length in bytes as four bytes,
 * big-endian. See PROTOCOL.md. Stateless, thus safe for several threads.
 */
public final class JsonMessageCodec implements MessageCodec {
  /** No message is longer than that, the length itself not counted. */
  public static final int MAX_BYTES = 4 << 20;

  private final MessageForm form = new MessageForm(new ServerMessageFlags());

  @Override
  public void write(ControlMessage message, Link link, Duration timeout) {
    byte[] json = form.encode(message);
    if (json.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "the message would be longer than " + MAX_BYTES + " bytes: send fewer files at once");
    }
    ByteBuffer frame = ByteBuffer.allocate(Integer.BYTES + json.length);
    link.write(frame.putInt(json.length).put(json).flip(), timeout);
  }

  @Override
  public Optional<ControlMessage> read(Link link, Duration timeout) {
    Optional<byte[]> json = new FrameReader(link, timeout).read(MAX_BYTES);
    return json.map(bytes -> decode(bytes, link));
  }

  private ControlMessage decode(byte[] json, Link link) {
    try {
      return form.decode(json);
    } catch (JacksonException | IllegalArgumentException e) {
      // What they say may repeat what the peer wrote: it goes into the cause only.
      throw new LocalStreamException(
          FailureCode.PROTOCOL_VIOLATION,
          link.remote() + " sent a message that is malformed: update LocalStream on both devices",
          e);
    }
  }
}
