package io.localstream.adapters.crypto;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Textual encoding of keys and certificates (RFC 7468, section 3), on byte arrays only, so that
 * what is secret can be wiped.
 */
final class Pem {
  private static final int LINE_CHARACTERS = 64;
  private static final byte[] LINE_END = {'\n'};

  private Pem() {}

  /** Appends one encapsulated text. */
  static void append(String label, byte[] der, WipedOutput out) {
    byte[] base64 = Base64.getMimeEncoder(LINE_CHARACTERS, LINE_END).encode(der);
    out.writeBytes(begin(label));
    out.writeBytes(base64);
    out.writeBytes(LINE_END);
    out.writeBytes(end(label));
    Arrays.fill(base64, (byte) 0);
  }

  /**
   * Takes the first encapsulated text with that label.
   *
   * @param from where to look from
   * @return where it was found and what it says
   * @throws IllegalArgumentException when there is none, or it can't be decoded
   */
  static Found find(String label, byte[] text, int from) {
    byte[] begin = begin(label);
    int start = require(indexOf(begin, text, from));
    int stop = require(indexOf(end(label), text, start));
    byte[] base64 = Arrays.copyOfRange(text, start + begin.length, stop);
    try {
      return new Found(Base64.getMimeDecoder().decode(base64), stop);
    } finally {
      Arrays.fill(base64, (byte) 0);
    }
  }

  /** Whether an encapsulated text with that label begins at {@code from} or behind it. */
  static boolean contains(String label, byte[] text, int from) {
    return indexOf(begin(label), text, from) >= 0;
  }

  private static int require(int index) {
    if (index < 0) {
      throw new IllegalArgumentException("a part is missing");
    }
    return index;
  }

  private static byte[] begin(String label) {
    return ("-----BEGIN " + label + "-----\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] end(String label) {
    return ("-----END " + label + "-----\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static int indexOf(byte[] wanted, byte[] text, int from) {
    for (int i = from; i <= text.length - wanted.length; i++) {
      if (Arrays.equals(text, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }

  /** The bytes of an encapsulated text, and the position of its last line. */
  record Found(byte[] der, int end) {}

  /** A buffer that leaves nothing behind when it is closed. */
  static final class WipedOutput extends ByteArrayOutputStream {
    private static final int ENOUGH_BYTES = 1 << 16;

    WipedOutput() {
      // Growing would leave copies behind.
      super(ENOUGH_BYTES);
    }

    @Override
    public void close() {
      Arrays.fill(buf, (byte) 0);
    }
  }
}
