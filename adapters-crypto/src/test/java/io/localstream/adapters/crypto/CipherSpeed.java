package io.localstream.adapters.crypto;

import io.localstream.domain.transfer.LaneContext;
import io.localstream.domain.transfer.TransferId;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import javax.crypto.Cipher;

/**
 * Measures sealing and opening of chunks in steps of 50 ms, from the start on. Arguments: the
 * milliseconds of warm-up at most (0), the KiB of a chunk (1024), the number of steps (20).
 */
final class CipherSpeed {
  private static final LaneContext LANE = new LaneContext(new TransferId(new UUID(1, 2)), 1, 0);
  private static final long STEP_NANOS = 50_000_000;

  private CipherSpeed() {}

  public static void main(String[] arguments) {
    new CipherWarmUp(Duration.ofMillis(number(arguments, 0, 0))).run();
    int chunkBytes = number(arguments, 1, 1_024) << 10;
    AesGcmSealer sealer = new AesGcmSealer(cipher(Cipher.ENCRYPT_MODE));
    AesGcmOpener opener = new AesGcmOpener(cipher(Cipher.DECRYPT_MODE));
    PrintStream out = System.out;
    out.println("MB/s, sealing and opening on one core:");
    for (int i = 0; i < number(arguments, 2, 20); i++) {
      out.printf("%,8.0f%n", step(sealer, opener, chunkBytes));
    }
  }

  private static double step(AesGcmSealer sealer, AesGcmOpener opener, int chunkBytes) {
    ByteBuffer header = ByteBuffer.allocate(13);
    ByteBuffer plain = ByteBuffer.allocate(chunkBytes);
    ByteBuffer sealed = ByteBuffer.allocate(chunkBytes + LaneCipher.TAG_BYTES);
    long begin = System.nanoTime();
    long bytes = 0;
    while (System.nanoTime() - begin < STEP_NANOS) {
      sealer.begin(header.clear(), chunkBytes);
      sealer.seal(plain.clear(), sealed.clear());
      opener.open(header.clear(), sealed.flip(), plain.clear());
      bytes += chunkBytes;
    }
    return bytes * 1e3 / (System.nanoTime() - begin);
  }

  private static LaneCipher cipher(int mode) {
    return new LaneCipher(mode, new byte[ContentKey.BYTES], LANE, EpochLimit.DEFAULT);
  }

  private static int number(String[] arguments, int index, int otherwise) {
    return index < arguments.length ? Integer.parseInt(arguments[index]) : otherwise;
  }
}
