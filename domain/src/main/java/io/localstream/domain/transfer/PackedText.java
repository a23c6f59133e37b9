package io.localstream.domain.transfer;

/**
 * Text in few bytes: one for a character of ASCII, and two or three for others, as UTF-8 has it,
 * but for characters beyond the first plane, each half of which takes three.
 */
final class PackedText {
  private static final int ONE_BYTE = 0x80;
  private static final int TWO_BYTES = 0x800;
  private static final int BITS = 6;
  private static final int MASK = 0x3F;

  private PackedText() {}

  static byte[] of(String text) {
    byte[] packed = new byte[bytes(text)];
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (next < ONE_BYTE) {
        packed[at++] = (byte) next;
      } else if (next < TWO_BYTES) {
        packed[at++] = (byte) (0xC0 | (next >> BITS));
        packed[at++] = (byte) (0x80 | (next & MASK));
      } else {
        packed[at++] = (byte) (0xE0 | (next >> (2 * BITS)));
        packed[at++] = (byte) (0x80 | ((next >> BITS) & MASK));
        packed[at++] = (byte) (0x80 | (next & MASK));
      }
    }
    return packed;
  }

  private static int bytes(String text) {
    int bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      bytes += next < ONE_BYTE ? 0 : next < TWO_BYTES ? 1 : 2;
    }
    return bytes;
  }

  /** What {@link #of} has packed, out of other bytes. */
  static String read(byte[] from, int start, int length) {
    char[] text = new char[length];
    int chars = 0;
    for (int at = start; at < start + length; ) {
      int first = from[at++];
      if (first >= 0) {
        text[chars++] = (char) first;
      } else if ((first & 0x20) == 0) {
        text[chars++] = (char) (((first & 0x1F) << BITS) | (from[at++] & MASK));
      } else {
        text[chars++] =
            (char)
                (((first & 0x0F) << (2 * BITS))
                    | ((from[at++] & MASK) << BITS)
                    | (from[at++] & MASK));
      }
    }
    return new String(text, 0, chars);
  }
}
