package io.localstream.application.service;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.Link;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * Hangs up on somebody who was refused. It closes once the peer has, or after the time of a
 * farewell: closing while the peer's words are unread would make the system throw away what the
 * peer has not read yet, the reason among it.
 *
 * @param longest for all of it, whatever the peer does
 */
record Parting(Duration longest) {
  /** So many pieces of what the peer still says are listened to, each for a part of the time. */
  private static final int PIECES = 20;

  private static final int PIECE_BYTES = 16 << 10;

  void from(Link link) {
    ByteBuffer scratch = ByteBuffer.allocate(PIECE_BYTES);
    try {
      boolean open = true;
      for (int piece = 0; open && piece < PIECES; piece++) {
        open = isOpenAfter(link, scratch.clear());
      }
    } finally {
      link.close();
    }
  }

  private boolean isOpenAfter(Link link, ByteBuffer scratch) {
    try {
      return link.read(scratch, longest.dividedBy(PIECES)) >= 0;
    } catch (LocalStreamException e) {
      return e.code() == FailureCode.TIMED_OUT;
    }
  }
}
