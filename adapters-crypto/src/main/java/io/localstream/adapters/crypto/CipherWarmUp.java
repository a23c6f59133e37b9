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
 * to change that. Run it on a spare thread while peers connect. It ends when its time is over, or
 * when its thread is interrupted.
 */
public final class CipherWarmUp implements Runnable {
  private static final int MIN_PIECE_BYTES = 2 << 10;
  private static final int MAX_PIECE_BYTES = 4 << 10;
  private static final int STEP_BYTES = 256;
  private static final LaneContext NO_LANE = new LaneContext(new TransferId(new UUID(0, 0)), 1, 0);

  private final Duration duration;

  /**
   * Makes a warm-up.
   *
   * @param duration how long it runs
   */
  public CipherWarmUp(Duration duration) {
    this.duration = duration;
  }

  @Override
  public void run() {
    byte[] secret = new byte[ContentKey.BYTES];
    new SecureRandom().nextBytes(secret);
    try (ChunkSealer sealer = new AesGcmSealer(cipher(Cipher.ENCRYPT_MODE, secret));
        ChunkOpener opener = new AesGcmOpener(cipher(Cipher.DECRYPT_MODE, secret.clone()))) {
      long end = System.nanoTime() + duration.toNanos();
      int size = MIN_PIECE_BYTES;
      while (System.nanoTime() - end < 0 && !Thread.currentThread().isInterrupted()) {
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
