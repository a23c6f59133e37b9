package io.localstream.adapters.crypto;

import io.localstream.domain.port.ContentEncryption;
import io.localstream.domain.port.TransferKey;
import io.localstream.domain.transfer.LaneContext;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** 256 random bits. Safe for several threads. */
final class ContentKey implements TransferKey {
  static final int BYTES = 32;

  private final ContentEncryption maker;
  private final byte[] secret;
  private final Set<LaneContext> sealed = new HashSet<>();
  private boolean closed;

  /**
   * Takes a key over.
   *
   * @param secret wiped when the key is closed
   */
  ContentKey(ContentEncryption maker, byte[] secret) {
    this.maker = maker;
    this.secret = secret;
  }

  boolean isOf(ContentEncryption encryption) {
    return maker.equals(encryption);
  }

  /** A copy, which the caller wipes. */
  synchronized byte[] copy() {
    if (closed) {
      throw new IllegalStateException("the key is closed");
    }
    return secret.clone();
  }

  /** Remembers that a lane is sealed with this key: a second time would repeat its nonces. */
  synchronized void claim(LaneContext lane) {
    if (!sealed.add(lane)) {
      throw new IllegalStateException("a sealer was made of this key and context before");
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    Arrays.fill(secret, (byte) 0);
  }
}
