package io.localstream.adapters.socket;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.MessageCodec;
import io.localstream.domain.transfer.ManifestEntry;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Messages as one JSON object each (RFC 8259) in UTF-8, after its length in bytes as four bytes,
 * big-endian. See PROTOCOL.md. Stateless, thus safe for several threads.
 */
public final class JsonMessageCodec implements MessageCodec {
  /** No message is longer than that, the length itself not counted. */
  public static final int MAX_BYTES = 4 << 20;

  /** All of an offer that is not about a file. */
  private static final int OTHER_BYTES = 1024;

  /** A file of a manifest, at most, its path not counted. */
  private static final int ENTRY_BYTES = 120;

  /** A character of a path in JSON, at most: what would be escaped is in no path. */
  private static final int CHAR_BYTES = 3;

  private final MessageForm form = new MessageForm(new ServerMessageFlags());

  /** Only what could be too long is written to find out. */
  @Override
  public void requireWritable(ControlMessage.Offer message) {
    List<ManifestEntry> files = message.offer().manifest().entries();
    if (files.stream().mapToLong(JsonMessageCodec::mostBytes).sum() < MAX_BYTES - OTHER_BYTES) {
      return;
    }
    long length = form.encode(message).length;
    if (length > MAX_BYTES) {
      throw new LocalStreamException(
          FailureCode.INVALID_ARGUMENT,
          files.size()
              + " files are too many for one transfer: what describes them has at most "
              + (MAX_BYTES >> 20)
              + " MiB, enough for about "
              + files.size() * (long) MAX_BYTES / length
              + " files like these; send them in several transfers");
    }
  }

  private static long mostBytes(ManifestEntry file) {
    return ENTRY_BYTES + (long) CHAR_BYTES * file.path().value().length();
  }

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
