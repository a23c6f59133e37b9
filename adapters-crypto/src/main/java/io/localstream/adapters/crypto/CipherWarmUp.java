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
 * comes: until then it runs at a fiftieth of its speed, and a few large chunks make too few calls
 * to change that. It is the number of calls that counts, and how many are needed depends on the
 * JVM's options and on what it remembers of former runs; so it ends once the cipher is fast. It
 * ends early when its thread is interrupted.
 */
public final class CipherWarmUp implements Runnable {
  private static final int PIECE_BYTES = 3 << 10;
  private static final int BATCH = 50;

  /** As many as the JIT needs without any memory of former runs. */
  private static final long MAX_BATCHES = 800;

  /** Twice as fast as the cipher ever is before it was compiled, a quarter of what it is then. */
  private static final long FAST_BYTES_PER_SECOND = 700_000_000;

  /** So many batches in a row: now and then one looks fast, and the JIT has more than one step. */
  private static final int FAST_BATCHES = 4;

  private static final LaneContext NO_LANE = new LaneContext(new TransferId(new UUID(0, 0)), 1, 0);

  private final Duration longest;
  private final long fastBytesPerSecond;
  private final long maxBatches;
  private final ByteBuffer header = ByteBuffer.allocate(Long.BYTES);
  private final ByteBuffer plain = ByteBuffer.allocate(PIECE_BYTES);
  private final ByteBuffer sealed = ByteBuffer.allocate(PIECE_BYTES + LaneCipher.TAG_BYTES);

  /**
   * Makes a warm-up.
   *
   * @param longest when to end at the latest
   */
  public CipherWarmUp(Duration longest) {
    this(longest, FAST_BYTES_PER_SECOND, MAX_BATCHES);
  }

  CipherWarmUp(Duration longest, long fastBytesPerSecond, long maxBatches) {
    this.longest = longest;
    this.fastBytesPerSecond = fastBytesPerSecond;
    this.maxBatches = maxBatches;
  }

  @Override
  public void run() {
    byte[] secret = new byte[ContentKey.BYTES];
    new SecureRandom().nextBytes(secret);
    try (ChunkSealer sealer = new AesGcmSealer(cipher(Cipher.ENCRYPT_MODE, secret));
        ChunkOpener opener = new AesGcmOpener(cipher(Cipher.DECRYPT_MODE, secret.clone()))) {
      long begun = System.nanoTime();
      int fast = 0;
      for (long batches = 0; batches < maxBatches && fast < FAST_BATCHES; batches++) {
        if (System.nanoTime() - begun >= longest.toNanos()
            || Thread.currentThread().isInterrupted()) {
          return;
        }
        fast = isFast(sealer, opener) ? fast + 1 : 0;
      }
    }
  }

  private static LaneCipher cipher(int mode, byte[] secret) {
    return new LaneCipher(mode, secret, NO_LANE, EpochLimit.DEFAULT);
  }

  /** One batch. */
  private boolean isFast(ChunkSealer sealer, ChunkOpener opener) {
    long begun = System.nanoTime();
    for (int i = 0; i < BATCH; i++) {
      sealer.begin(header.clear(), PIECE_BYTES);
      sealer.seal(plain.clear(), sealed.clear());
      opener.open(header.clear(), sealed.flip(), plain.clear());
    }
    long bytes = 2L * BATCH * PIECE_BYTES;
    return bytes * Duration.ofSeconds(1).toNanos() / (System.nanoTime() - begun)
        >= fastBytesPerSecond;
  }
}
