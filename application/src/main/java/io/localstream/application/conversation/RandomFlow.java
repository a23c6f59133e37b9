package io.localstream.application.conversation;

import io.localstream.application.speed.Pace;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.LaneFraming;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.Ticker;
import io.localstream.domain.speed.Measurement;
import io.localstream.domain.speed.SpeedLimits;
import io.localstream.domain.transfer.ChunkHeader;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * The network alone: chunks of random bytes in the form in which sealed ones travel, over as many
 * lanes as a transfer has, which nobody opens. Whoever receives them says when it is enough, so
 * that a slow network is not waited for. Thread-safe.
 */
abstract sealed class RandomFlow implements LaneGroup.Work {
  /** Small, so that a slow network shows its speed too. */
  static final int CHUNK_BYTES = 256 << 10;

  final LaneFraming framing;
  final Duration patience;
  private final Ticker ticker;
  private final Duration longest;
  private final long mostBytes;
  private final CountDownLatch over = new CountDownLatch(1);
  private @Nullable Pace pace;
  private @Nullable LocalStreamException failure;

  private RandomFlow(
      LaneFraming framing, Ticker ticker, Duration longest, long mostBytes, Duration patience) {
    this.framing = framing;
    this.ticker = ticker;
    this.longest = longest;
    this.mostBytes = mostBytes;
    this.patience = patience;
  }

  @Override
  public long bytesPerLane() {
    return (long) framing.headerBytes() + CHUNK_BYTES;
  }

  /** Begins to count time with the first one that asks; whether there is some left. */
  final synchronized boolean goesOn() {
    if (pace == null) {
      pace = new Pace(ticker, longest, mostBytes);
    }
    return pace.goesOn();
  }

  final synchronized void did(int bytes) {
    if (pace != null) {
      pace.did(bytes);
    }
  }

  /** Nothing more has to be waited for. */
  final void end() {
    over.countDown();
  }

  final CountDownLatch over() {
    return over;
  }

  /** What ends a lane before it is enough ends all of them. */
  final synchronized void fail(LocalStreamException reason) {
    if (over.getCount() > 0) {
      failure = reason;
      end();
    }
  }

  /** Whoever measures says when it is over. */
  @Override
  public final boolean isDone() {
    return false;
  }

  /**
   * What was carried.
   *
   * @throws LocalStreamException why a lane has failed
   */
  final synchronized Measurement measured() {
    if (failure != null) {
      throw failure;
    }
    return pace == null ? Measurement.of(0, Duration.ZERO) : pace.measured();
  }

  /** Sends until time and bytes are used up, or the other side has had enough. */
  static final class Sending extends RandomFlow {
    private final byte[] chunk;

    /**
     * @param chunk what every chunk holds
     * @param patience for every piece
     */
    Sending(
        byte[] chunk, LaneFraming framing, Ticker ticker, SpeedLimits limits, Duration patience) {
      // Longer than it is received, so that it does not end before that.
      super(framing, ticker, limits.step().multipliedBy(2), limits.stepBytes(), patience);
      this.chunk = chunk.clone();
    }

    @Override
    public void carry(int lane, Link link) {
      try {
        ByteBuffer frame = ByteBuffer.allocate(framing.headerBytes() + chunk.length);
        frame.put(framing.headerBytes(), chunk);
        boolean last = !goesOn();
        for (long index = 0; !last; index++) {
          did(chunk.length);
          last = !goesOn();
          framing.encode(new ChunkHeader(index, chunk.length, last), frame.clear());
          link.write(frame.rewind(), patience);
        }
      } finally {
        // A lane that breaks is the other side's way to say that it is enough.
        end();
      }
    }
  }

  /** Receives, until time and bytes are used up, or one lane has brought its last. */
  static final class Receiving extends RandomFlow {
    /**
     * @param patience for every piece
     */
    Receiving(LaneFraming framing, Ticker ticker, SpeedLimits limits, Duration patience) {
      super(framing, ticker, limits.step(), limits.stepBytes(), patience);
    }

    @Override
    public void carry(int lane, Link link) {
      try {
        receive(link);
        end();
      } catch (LocalStreamException e) {
        fail(e);
        throw e;
      }
    }

    private void receive(Link link) {
      ByteBuffer header = ByteBuffer.allocate(framing.headerBytes());
      ByteBuffer body = ByteBuffer.allocate(CHUNK_BYTES);
      boolean last = false;
      for (long index = 0; !last; index++) {
        fill(link, header.clear(), false);
        goesOn();
        ChunkHeader chunk = framing.decode(header.flip());
        if (chunk.index() != index || chunk.plainBytes() > CHUNK_BYTES) {
          throw new LocalStreamException(
              FailureCode.PROTOCOL_VIOLATION, "what was to be measured came in another form");
        }
        fill(link, body.clear().limit(chunk.plainBytes()), true);
        last = chunk.last() || !goesOn();
      }
    }

    /** Fills the buffer, or as much of it as comes while it is measured. */
    private void fill(Link link, ByteBuffer buffer, boolean measured) {
      while (buffer.hasRemaining() && (!measured || goesOn())) {
        int read = link.read(buffer, patience);
        if (read < 0) {
          throw new LocalStreamException(
              FailureCode.LINK_BROKEN,
              "the data connection ended while it was measured; try again");
        }
        if (measured) {
          did(read);
        }
      }
    }
  }
}
