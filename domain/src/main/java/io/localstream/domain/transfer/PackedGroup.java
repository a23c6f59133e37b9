package io.localstream.domain.transfer;

import java.time.Instant;
import java.util.Arrays;

/**
 * Some entries as bytes: where they begin in the stream, in 8 bytes, and then of each how much of
 * its text is that of the one before, the length of the rest, the rest, and the differences of its
 * kind, its size, its seconds and its nanoseconds from those of the one before. All numbers but the
 * first are in as few groups of seven bits as they need, the lowest first, and negative ones are
 * folded between the others.
 */
final class PackedGroup {
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;
  private static final byte[] NONE = {};

  private static final int FIRST_BYTES = 512;

  private byte[] out = new byte[FIRST_BYTES];
  private int length;
  private int kind;
  private long size;
  private long seconds;
  private long nanos;
  private byte[] text = NONE;

  /** Begins anew. */
  void begin(long start) {
    length = 0;
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      put((int) (start >>> shift));
    }
    kind = 0;
    size = 0;
    seconds = 0;
    nanos = 0;
    text = NONE;
  }

  void add(int newKind, long newSize, Instant modified, byte[] newText) {
    int differs = Arrays.mismatch(text, newText);
    int shared = differs < 0 ? newText.length : differs;
    write(shared);
    write(newText.length - shared);
    makeRoom(newText.length - shared);
    System.arraycopy(newText, shared, out, length, newText.length - shared);
    length += newText.length - shared;
    write(kind ^ newKind);
    write(fold(newSize - size));
    write(fold(modified.getEpochSecond() - seconds));
    write(fold(modified.getNano() - nanos));
    text = newText;
    kind = newKind;
    size = newSize;
    seconds = modified.getEpochSecond();
    nanos = modified.getNano();
  }

  private static long fold(long number) {
    return (number << 1) ^ (number >> (Long.SIZE - 1));
  }

  private void write(long number) {
    long rest = number;
    while ((rest & -MORE) != 0) {
      put((int) rest | MORE);
      rest >>>= BITS;
    }
    put((int) rest);
  }

  private void put(int octet) {
    makeRoom(1);
    out[length++] = (byte) octet;
  }

  private void makeRoom(int bytes) {
    if (out.length - length < bytes) {
      out = Arrays.copyOf(out, Math.max(2 * out.length, length + bytes));
    }
  }

  int length() {
    return length;
  }

  byte[] bytes() {
    return Arrays.copyOf(out, length);
  }

  /** How many bytes of the stream belong to those before a group. */
  static long start(byte[] group) {
    long start = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      start = (start << Byte.SIZE) | (group[i] & 0xFF);
    }
    return start;
  }

  /** Goes through a group. For one thread. */
  static final class Cursor {
    private static final int FIRST_TEXT_BYTES = 96;

    private final byte[] group;
    private int at = Long.BYTES;
    private byte[] text;
    private int textBytes;
    private long start;
    private int kind;
    private long size;
    private long seconds;
    private long nanos;

    /**
     * Before the first.
     *
     * @param withText whether that is wanted, too
     */
    Cursor(byte[] group, boolean withText) {
      this.group = group;
      this.start = PackedGroup.start(group);
      this.text = withText ? new byte[FIRST_TEXT_BYTES] : NONE;
    }

    /** Goes to that one, from 0; from before the first. */
    Cursor to(int place) {
      for (int i = 0; i <= place; i++) {
        next();
      }
      return this;
    }

    void next() {
      start += size;
      int shared = (int) read();
      int more = (int) read();
      if (text.length > 0) {
        text = text.length < shared + more ? Arrays.copyOf(text, 2 * (shared + more)) : text;
        System.arraycopy(group, at, text, shared, more);
      }
      textBytes = shared + more;
      at += more;
      kind ^= (int) read();
      size += unfold(read());
      seconds += unfold(read());
      nanos += unfold(read());
    }

    private static long unfold(long number) {
      return (number >>> 1) ^ -(number & 1);
    }

    private long read() {
      long number = 0;
      int shift = 0;
      byte next = group[at++];
      while (next < 0) {
        number |= (long) (next & MORE - 1) << shift;
        shift += BITS;
        next = group[at++];
      }
      return number | (long) next << shift;
    }

    long start() {
      return start;
    }

    int kind() {
      return kind;
    }

    long size() {
      return size;
    }

    Instant modified() {
      return Instant.ofEpochSecond(seconds, nanos);
    }

    int textBytes() {
      return textBytes;
    }

    String text() {
      return PackedText.read(text, 0, textBytes);
    }

    boolean isSame(Cursor other) {
      return kind == other.kind
          && size == other.size
          && seconds == other.seconds
          && nanos == other.nanos
          && Arrays.equals(text, 0, textBytes, other.text, 0, other.textBytes);
    }
  }
}
