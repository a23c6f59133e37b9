package io.localstream.adapters.socket;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.Link;
import io.localstream.domain.transfer.LaneTicket;
import java.nio.ByteBuffer;

/**
 * The first bytes of a link. Control has none of its own, because a TLS handshake begins with a
 * byte that tells it (RFC 8446, section 5.1); a lane has its letter, a version and the ticket.
 */
final class GreetingForm {
  /** The content type of a TLS record that holds a handshake. */
  static final byte TLS_HANDSHAKE = 0x16;

  static final byte LANE = 'L';
  static final byte LANE_VERSION = 1;

  private GreetingForm() {}

  /** What whoever dials writes before anything else; may be nothing. */
  static ByteBuffer encode(Greeting greeting) {
    return switch (greeting) {
      case Greeting.Control _ -> ByteBuffer.allocate(0);
      case Greeting.Lane lane ->
          ByteBuffer.allocate(2 + LaneTicket.BYTES)
              .put(LANE)
              .put(LANE_VERSION)
              .put(lane.ticket().value())
              .flip();
    };
  }

  /** Reads the rest of a greeting whose first byte is known. */
  static Greeting decode(byte first, Link link, Deadline deadline) {
    return switch (first) {
      case TLS_HANDSHAKE -> new Greeting.Control();
      case LANE -> lane(link, deadline);
      default -> throw violation(link);
    };
  }

  private static Greeting lane(Link link, Deadline deadline) {
    if (exactly(1, link, deadline)[0] != LANE_VERSION) {
      throw violation(link);
    }
    return new Greeting.Lane(new LaneTicket(exactly(LaneTicket.BYTES, link, deadline)));
  }

  /** Reads that many bytes, all of them before the deadline. */
  static byte[] exactly(int count, Link link, Deadline deadline) {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining()) {
      if (deadline.isOver()) {
        throw new LocalStreamException(
            FailureCode.TIMED_OUT, link.remote() + " took too long to say what it wants");
      }
      if (link.read(buffer, deadline.remaining()) < 0) {
        throw new LocalStreamException(
            FailureCode.LINK_BROKEN, link.remote() + " hung up without saying what it wants");
      }
    }
    return buffer.array();
  }

  private static LocalStreamException violation(Link link) {
    return new LocalStreamException(
        FailureCode.PROTOCOL_VIOLATION,
        link.remote() + " does not speak LocalStream, or another version of it");
  }
}
