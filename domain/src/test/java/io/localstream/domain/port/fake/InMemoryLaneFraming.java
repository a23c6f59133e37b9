package io.localstream.domain.port.fake;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.LaneFraming;
import io.localstream.domain.transfer.ChunkHeader;
import java.nio.ByteBuffer;

/** The plainest form that a chunk's header can have. Stateless; safe for several threads. */
public final class InMemoryLaneFraming implements LaneFraming {
  private static final byte MARK = 'c';
  private static final byte LAST_MARK = 'C';

  @Override
  public int headerBytes() {
    return 1 + Long.BYTES + Integer.BYTES;
  }

  @Override
  public void encode(ChunkHeader header, ByteBuffer destination) {
    destination.put(header.last() ? LAST_MARK : MARK);
    destination.putLong(header.index());
    destination.putInt(header.plainBytes());
  }

  @Override
  public ChunkHeader decode(ByteBuffer source) {
    byte mark = source.get();
    long index = source.getLong();
    int plainBytes = source.getInt();
    if (mark != MARK && mark != LAST_MARK) {
      throw new LocalStreamException(FailureCode.PROTOCOL_VIOLATION, "not a chunk's header");
    }
    try {
      return new ChunkHeader(index, plainBytes, mark == LAST_MARK);
    } catch (IllegalArgumentException e) {
      throw new LocalStreamException(
          FailureCode.PROTOCOL_VIOLATION, "a chunk's header that can't be", e);
    }
  }
}
