package io.localstream.adapters.crypto;

import io.localstream.domain.port.ChunkOpener;
import io.localstream.domain.port.ChunkSealer;
import io.localstream.domain.transfer.LaneContext;
import io.localstream.domain.transfer.TransferId;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import javax.crypto.Cipher;

/**
 * Seals and opens many small pieces, so that the JIT has compiled the cipher before the first chunk
 * comes: until then it runs at a fraction of its speed, and a few large chunks make too few calls
 * to change that. It is the number of calls that counts, so that a busy machine takes longer and
 * ends as warm. It ends early when its thread is interrupted.
 */
public final class CipherWarmUp implements Runnable {
  private static final int MIN_PIECE_BYTES = 2 << 10;
  private static final int MAX_PIECE_BYTES = 4 << 10;
  private static final int STEP_BYTES = 256;
  private static final LaneContext NO_LANE = new LaneContext(new TransferId(new UUID(0, 0)), 1, 0);

  private final int passes;
  private final Duration longest;

  /**
   * Makes a warm-up.
   *
   * @param passes how many pieces are sealed and opened, of 3 KiB on average
   * @param longest when to end at the latest
   */
  public CipherWarmUp(int passes, Duration longest) {
    this.passes = passes;
    this.longest = longest;
  }

  @Override
  public void run() {
    byte[] secret = new byte[ContentKey.BYTES];
    new SecureRandom().nextBytes(secret);
    try (ChunkSealer sealer = new AesGcmSealer(cipher(Cipher.ENCRYPT_MODE, secret));
        ChunkOpener opener = new AesGcmOpener(cipher(Cipher.DECRYPT_MODE, secret.clone()))) {
      long end = System.nanoTime() + longest.toNanos();
      int size = MIN_PIECE_BYTES;
      for (int i = 0; i < passes && System.nanoTime() - end < 0; i++) {
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
        pass(sealer, opener, size);
        size = size == MAX_PIECE_BYTES ? MIN_PIECE_BYTES : size + STEP_BYTES;
      }
    }
  }

  private static LaneCipher cipher(int mode, byte[] secret) {
    return new LaneCipher(mode, secret, NO_LANE, EpochLimit.DEFAULT);
  }

  private static void pass(ChunkSealer sealer, ChunkOpener opener, int size) {
    ByteBuffer header = ByteBuffer.allocate(Long.BYTES);
    ByteBuffer plain = ByteBuffer.allocate(size);
    ByteBuffer sealed = ByteBuffer.allocate(size + sealer.overheadBytes());
    sealer.seal(header, plain, sealed);
    opener.open(header.flip(), sealed.flip(), plain.clear());
  }
}
