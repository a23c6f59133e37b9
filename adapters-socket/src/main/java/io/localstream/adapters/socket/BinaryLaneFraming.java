package io.localstream.adapters.socket;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.LaneFraming;
import io.localstream.domain.transfer.ChunkHeader;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Sixteen bytes, big-endian: a mark that is also the version, flags, two zeros, the chunk's length
 * (unsigned, 4 bytes) and its index (8 bytes). See PROTOCOL.md, "Lanes". Stateless, thus safe for
 * several threads.
 */
public final class BinaryLaneFraming implements LaneFraming {
  private static final int HEADER_BYTES = 16;
  private static final byte MARK = (byte) 0xC1;
  private static final int LAST_FLAG = 1;

  @Override
  public int headerBytes() {
    return HEADER_BYTES;
  }

  @Override
  public void encode(ChunkHeader header, ByteBuffer destination) {
    // One array, so that the order of the caller's buffer does not matter.
    ByteBuffer form = ByteBuffer.allocate(HEADER_BYTES);
    form.put(MARK).put((byte) (header.last() ? LAST_FLAG : 0)).putShort((short) 0);
    form.putInt(header.plainBytes()).putLong(header.index());
    destination.put(form.flip());
  }

  @Override
  public ChunkHeader decode(ByteBuffer source) {
    byte[] bytes = new byte[HEADER_BYTES];
    source.get(bytes);
    ByteBuffer form = ByteBuffer.wrap(bytes);
    byte mark = form.get();
    int flags = form.get();
    int reserved = form.getShort();
    if (mark != MARK || (flags & ~LAST_FLAG) != 0 || reserved != 0) {
      throw violation("a piece of content begins with what is no header", null);
    }
    int plainBytes = form.getInt();
    long index = form.getLong();
    try {
      return new ChunkHeader(index, plainBytes, flags == LAST_FLAG);
    } catch (IllegalArgumentException e) {
      throw violation("a piece of content claims a length or a place that can't be", e);
    }
  }

  private static LocalStreamException violation(String what, @Nullable Throwable cause) {
    return new LocalStreamException(
        FailureCode.PROTOCOL_VIOLATION, what + ": update LocalStream on both devices", cause);
  }
}
