package io.localstream.adapters.socket;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.Link;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one frame: a length of four bytes, and as many bytes. */
final class FrameReader {
  /** What is set aside for a frame before any of it is there. */
  static final int FIRST_BYTES = 8 << 10;

  private final Link link;
  private final Duration timeout;

  /**
   * @param timeout longest wait for the first byte, and again for all others
   */
  FrameReader(Link link, Duration timeout) {
    this.link = link;
    this.timeout = timeout;
  }

  /** The frame; empty when the stream ended before it. */
  Optional<byte[]> read(FrameLimit limit) {
    ByteBuffer prefix = ByteBuffer.allocate(Integer.BYTES);
    if (link.read(prefix, timeout) < 0) {
      return Optional.empty();
    }
    Deadline deadline = Deadline.in(timeout);
    fill(prefix, deadline);
    int length = prefix.flip().getInt();
    requireAtMost(limit.any(), length);
    return Optional.of(body(length, limit, deadline));
  }

  /** Grows with what has arrived: a length that is only claimed costs nothing. */
  private byte[] body(int length, FrameLimit limit, Deadline deadline) {
    byte[] bytes = new byte[Math.min(length, FIRST_BYTES)];
    int filled = 0;
    while (true) {
      fill(ByteBuffer.wrap(bytes, filled, bytes.length - filled), deadline);
      if (bytes.length == length) {
        return bytes;
      }
      if (filled == 0) {
        requireAtMost(limit.given(bytes), length);
      }
      filled = bytes.length;
      bytes = Arrays.copyOf(bytes, Math.min(length, 2 * filled));
    }
  }

  private void requireAtMost(int maxBytes, int length) {
    if (length < 1 || length > maxBytes) {
      throw new LocalStreamException(
          FailureCode.PROTOCOL_VIOLATION,
          link.remote() + " announced a message of a length that is not allowed");
    }
  }

  private void fill(ByteBuffer buffer, Deadline deadline) {
    while (buffer.hasRemaining()) {
      if (deadline.isOver()) {
        throw broken("stalled within a message", null);
      }
      readSome(buffer, deadline.remaining());
    }
  }

  private void readSome(ByteBuffer buffer, Duration remaining) {
    try {
      if (link.read(buffer, remaining) < 0) {
        throw broken("hung up within a message", null);
      }
    } catch (LocalStreamException e) {
      throw e.code() == FailureCode.TIMED_OUT ? broken("stalled within a message", e) : e;
    }
  }

  private LocalStreamException broken(String what, @Nullable Throwable cause) {
    return new LocalStreamException(
        FailureCode.LINK_BROKEN, link.remote() + " " + what + ": connect again", cause);
  }
}
