package io.localstream.adapters.persistence.files;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Records of a file, each with its length and a CRC-32 of both, behind the name and version of the
 * format. All numbers have their most significant byte first.
 */
final class CheckedRecords {
  /** Length and checksum. */
  static final int OVERHEAD_BYTES = 8;

  static final int MAX_BYTES = 1 << 20;

  private CheckedRecords() {}

  /** Thrown for what is there and can't be: not by being cut off. */
  static final class DamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedException(String message) {
      super(message);
    }
  }

  /** The eight bytes that a file begins with. */
  static byte[] magic(String name, int version) {
    byte[] magic = (name + (char) version).getBytes(StandardCharsets.ISO_8859_1);
    if (magic.length != Long.BYTES) {
      throw new IllegalArgumentException("a format's name has seven letters");
    }
    return magic;
  }

  static void requireMagic(DataInputStream in, byte[] magic) throws IOException {
    if (!Arrays.equals(in.readNBytes(magic.length), magic)) {
      throw new DamagedException("another format, or another version of it");
    }
  }

  /** Frames what has been put into the payload. */
  static ByteBuffer frame(byte[] payload) {
    return ByteBuffer.allocate(OVERHEAD_BYTES + payload.length)
        .putInt(payload.length)
        .putInt(checksum(payload))
        .put(payload)
        .flip();
  }

  /**
   * Reads the next one.
   *
   * @return empty at the end, and where the last one is not all there or was not written wholly
   */
  static Optional<byte[]> next(DataInputStream in) throws IOException {
    try {
      int length = in.readInt();
      int checksum = in.readInt();
      if (length == 0 && checksum == 0) {
        // No record: its length was brought to disk, what was to be there was not.
        return Optional.empty();
      }
      if (length < 0 || length > MAX_BYTES) {
        return last(in, "a record can't be as long as that");
      }
      byte[] payload = in.readNBytes(length);
      if (payload.length < length) {
        return Optional.empty();
      }
      return checksum(payload) == checksum
          ? Optional.of(payload)
          : last(in, "a record is not what was written");
    } catch (EOFException _) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> last(DataInputStream in, String why) throws IOException {
    if (in.read() >= 0) {
      throw new DamagedException(why);
    }
    return Optional.empty();
  }

  private static int checksum(byte[] payload) {
    CRC32 crc = new CRC32();
    crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(payload.length).flip());
    crc.update(payload);
    return (int) crc.getValue();
  }
}
