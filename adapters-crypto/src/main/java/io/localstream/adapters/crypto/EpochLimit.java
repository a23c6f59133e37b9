package io.localstream.adapters.crypto;

/**
 * How much may be sealed with one key. Far from what AES-GCM allows (NIST SP 800-38D, section 8.3:
 * 2^32 messages; about 2^36 bytes before ciphertext becomes distinguishable with a chance of
 * 2^-64).
 *
 * @param chunks at least 1
 * @param bytes of content; a chunk that would go over it opens the next epoch
 */
record EpochLimit(long chunks, long bytes) {
  static final EpochLimit DEFAULT = new EpochLimit(1L << 20, 64L << 30);

  boolean allows(long chunksBefore, long bytesBefore, int plainBytes) {
    return chunksBefore == 0 || (chunksBefore < chunks && bytesBefore + plainBytes <= bytes);
  }
}
