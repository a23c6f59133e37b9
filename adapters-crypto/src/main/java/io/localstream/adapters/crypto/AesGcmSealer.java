package io.localstream.adapters.crypto;

import io.localstream.domain.port.ChunkSealer;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/** Seals with a lane's cipher; the tag follows the content. */
final class AesGcmSealer implements ChunkSealer {
  private static final int NOTHING_BEGUN = -1;

  private final LaneCipher lane;
  private int remaining = NOTHING_BEGUN;

  AesGcmSealer(LaneCipher lane) {
    this.lane = lane;
  }

  @Override
  public int overheadBytes() {
    return LaneCipher.TAG_BYTES;
  }

  @Override
  public void begin(ByteBuffer header, int plainBytes) {
    try {
      lane.begin(header, plainBytes);
    } catch (GeneralSecurityException e) {
      throw cannotFail(e);
    }
    remaining = plainBytes;
  }

  @Override
  public void seal(ByteBuffer plain, ByteBuffer sealed) {
    int length = plain.remaining();
    boolean completes = length == remaining;
    if (remaining < length) {
      throw new IllegalStateException("no chunk was begun that has so much left");
    }
    if (!completes && length % LaneCipher.BLOCK_BYTES != 0) {
      throw new IllegalArgumentException("a piece in the middle of a chunk has an odd length");
    }
    if (sealed.remaining() < length + (completes ? LaneCipher.TAG_BYTES : 0)) {
      throw new IllegalArgumentException("the sealed piece does not fit");
    }
    try {
      if (completes) {
        lane.end(plain, sealed);
      } else {
        lane.update(plain, sealed);
      }
    } catch (GeneralSecurityException e) {
      throw cannotFail(e);
    }
    remaining = completes ? NOTHING_BEGUN : remaining - length;
  }

  private static IllegalStateException cannotFail(GeneralSecurityException e) {
    return new IllegalStateException("sealing can't fail", e);
  }

  @Override
  public void close() {
    lane.close();
  }
}
