package io.localstream.domain.transfer;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is known of many entries, as bytes in a few blocks: none is ever copied into a larger one,
 * because what is left behind by that takes more than the entries. For one thread while it grows.
 */
final class PackedRecords {
  private static final int OFFSET_BITS = 20;
  private static final int MAX_BLOCK_BYTES = 1 << OFFSET_BITS;
  private static final int FIRST_BLOCK_BYTES = 1 << 8;
  private static final int OFFSET_MASK = MAX_BLOCK_BYTES - 1;
  private static final int PLACES_BITS = 12;
  private static final int PLACES = 1 << PLACES_BITS;

  private static final int SIZE = Short.BYTES;
  private static final int SECONDS = SIZE + Long.BYTES;
  private static final int NANOS = SECONDS + Long.BYTES;
  private static final int LENGTH = NANOS + Integer.BYTES;
  private static final int TEXT = LENGTH + Short.BYTES;

  /** What a record takes, its place among it, but for its text. */
  static final int BYTES_BESIDE_TEXT = TEXT + Integer.BYTES;

  private final List<ByteBuffer> blocks = new ArrayList<>();

  /** Of each record the block, above the offset in it. */
  private final List<int[]> places = new ArrayList<>();

  private int count;
  private long textBytes;

  /** Adds one; its text has at most 65,535 bytes. */
  void add(int kind, long size, Instant modified, String text) {
    byte[] packed = PackedText.of(text);
    if (packed.length > Character.MAX_VALUE) {
      throw new IllegalArgumentException("the path is too long");
    }
    textBytes += packed.length;
    ByteBuffer block = room(TEXT + packed.length);
    place(((blocks.size() - 1) << OFFSET_BITS) | block.position());
    block
        .putShort((short) kind)
        .putLong(size)
        .putLong(modified.getEpochSecond())
        .putInt(modified.getNano())
        .putShort((short) packed.length)
        .put(packed);
  }

  private ByteBuffer room(int bytes) {
    if (blocks.isEmpty() || blocks.getLast().remaining() < bytes) {
      int next = blocks.isEmpty() ? FIRST_BLOCK_BYTES : blocks.getLast().capacity() * 2;
      blocks.add(ByteBuffer.allocate(Math.min(MAX_BLOCK_BYTES, Math.max(next, bytes))));
    }
    return blocks.getLast();
  }

  private void place(int place) {
    int at = count & (PLACES - 1);
    if (at == 0) {
      places.add(new int[places.isEmpty() ? 8 : PLACES]);
    }
    int[] last = places.getLast();
    if (at == last.length) {
      last = Arrays.copyOf(last, Math.min(PLACES, at * 4));
      places.set(places.size() - 1, last);
    }
    last[at] = place;
    count++;
  }

  /** Of all texts together. */
  long textBytes() {
    return textBytes;
  }

  int count() {
    return count;
  }

  int kind(int entry) {
    return block(entry).getShort(offset(entry));
  }

  long size(int entry) {
    return block(entry).getLong(offset(entry) + SIZE);
  }

  Instant modified(int entry) {
    ByteBuffer block = block(entry);
    int offset = offset(entry);
    return Instant.ofEpochSecond(block.getLong(offset + SECONDS), block.getInt(offset + NANOS));
  }

  String text(int entry) {
    return PackedText.read(block(entry).array(), offset(entry) + TEXT, textBytes(entry));
  }

  int textBytes(int entry) {
    return Short.toUnsignedInt(block(entry).getShort(offset(entry) + LENGTH));
  }

  boolean isSame(int entry, PackedRecords others, int other) {
    int start = offset(entry);
    int otherStart = others.offset(other);
    return Arrays.equals(
        block(entry).array(),
        start,
        start + TEXT + textBytes(entry),
        others.block(other).array(),
        otherStart,
        otherStart + TEXT + others.textBytes(other));
  }

  private int placeOf(int entry) {
    return places.get(entry >>> PLACES_BITS)[entry & (PLACES - 1)];
  }

  private ByteBuffer block(int entry) {
    return blocks.get(placeOf(entry) >>> OFFSET_BITS);
  }

  private int offset(int entry) {
    return placeOf(entry) & OFFSET_MASK;
  }
}
