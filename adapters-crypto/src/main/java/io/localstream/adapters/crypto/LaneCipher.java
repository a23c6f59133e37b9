package io.localstream.adapters.crypto;

import io.localstream.domain.transfer.LaneContext;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM (NIST SP 800-38D) over the chunks of one lane in one direction. The nonce is a
 * counter of 96 bits from 0 in each epoch, so that it can't repeat: an epoch has a key of its own.
 * Works on arrays, where the platform's cipher is fastest. For one thread at a time.
 */
final class LaneCipher {
  static final int TAG_BYTES = 16;
  static final int BLOCK_BYTES = 16;
  private static final int NONCE_BYTES = 12;

  private final int mode;
  private final Cipher cipher;
  private final LaneKeys keys;
  private final EpochLimit limit;
  private final ByteBuffer nonce = ByteBuffer.allocate(NONCE_BYTES);
  private LaneKey key;
  private int epoch;
  private long chunks;
  private long bytes;
  private boolean closed;

  /**
   * Takes the transfer's key over.
   *
   * @param mode as in {@link Cipher#init}
   * @param secret wiped when the lane is closed
   */
  LaneCipher(int mode, byte[] secret, LaneContext context, EpochLimit limit) {
    this.mode = mode;
    this.keys = new LaneKeys(secret, context);
    this.limit = limit;
    this.key = keys.ofEpoch(0);
    try {
      this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform has no AES-GCM", e);
    }
  }

  /**
   * Begins the next chunk. From here on its nonce is spent, whatever becomes of it.
   *
   * @param plainBytes length of the chunk's content, which both sides count
   */
  void begin(ByteBuffer header, int plainBytes) throws GeneralSecurityException {
    if (closed) {
      throw new IllegalStateException("the lane is closed");
    }
    if (!limit.allows(chunks, bytes, plainBytes)) {
      beginEpoch();
    }
    init(key);
    chunks++;
    bytes += plainBytes;
    cipher.updateAAD(header);
  }

  /** Seals whole blocks in the middle of a chunk. */
  void update(ByteBuffer input, ByteBuffer output) throws GeneralSecurityException {
    int count =
        cipher.update(
            input.array(),
            input.arrayOffset() + input.position(),
            input.remaining(),
            output.array(),
            output.arrayOffset() + output.position());
    advance(input, output, count);
  }

  /**
   * Processes what is left of the chunk. The output's position does not move unless it succeeds.
   */
  void end(ByteBuffer input, ByteBuffer output) throws GeneralSecurityException {
    int count =
        cipher.doFinal(
            input.array(),
            input.arrayOffset() + input.position(),
            input.remaining(),
            output.array(),
            output.arrayOffset() + output.position());
    advance(input, output, count);
  }

  private static void advance(ByteBuffer input, ByteBuffer output, int count) {
    input.position(input.limit());
    output.position(output.position() + count);
  }

  private void beginEpoch() {
    LaneKey next = keys.ofEpoch(Math.incrementExact(epoch));
    key.destroy();
    key = next;
    epoch++;
    chunks = 0;
    bytes = 0;
  }

  private void init(LaneKey with) throws InvalidKeyException, InvalidAlgorithmParameterException {
    nonce.putLong(NONCE_BYTES - Long.BYTES, chunks);
    cipher.init(mode, with, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce.array()));
  }

  /** Forgets the key, in the cipher too. Idempotent. */
  void close() {
    closed = true;
    key.destroy();
    keys.destroy();
    try {
      cipher.init(
          Cipher.DECRYPT_MODE,
          LaneKey.blank(),
          new GCMParameterSpec(TAG_BYTES * Byte.SIZE, new byte[NONCE_BYTES]));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("any key of the right length will do", e);
    }
  }
}
