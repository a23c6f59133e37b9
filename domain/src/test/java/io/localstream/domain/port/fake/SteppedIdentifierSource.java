package io.localstream.domain.port.fake;

import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.transfer.LaneTicket;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts: the first identifier ends in 1, the next in 2. The same in every run, so easily guessed:
 * for tests only. Safe for several threads.
 */
public final class SteppedIdentifierSource implements IdentifierSource {
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final int source;
  private final AtomicLong step = new AtomicLong();

  /** The one and only source of a test. */
  public SteppedIdentifierSource() {
    this(0);
  }

  /**
   * One of several sources.
   *
   * @param source what makes its identifiers differ from those of the others, 0 or more
   */
  public SteppedIdentifierSource(int source) {
    this.source = source;
  }

  @Override
  public UUID newId() {
    return new UUID((long) source << Integer.SIZE | VERSION_4, VARIANT | step.incrementAndGet());
  }

  @Override
  public LaneTicket newTicket() {
    ByteBuffer value = ByteBuffer.allocate(LaneTicket.BYTES);
    value.putInt(0, source).putLong(LaneTicket.BYTES - Long.BYTES, step.incrementAndGet());
    return new LaneTicket(value.array());
  }
}
