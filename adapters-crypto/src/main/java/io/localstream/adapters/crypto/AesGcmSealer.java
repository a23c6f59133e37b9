package io.localstream.adapters.crypto;

import io.localstream.domain.port.ChunkSealer;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/** Seals with a lane's cipher; the tag follows the content. */
final class AesGcmSealer implements ChunkSealer {
  private final LaneCipher lane;

  AesGcmSealer(LaneCipher lane) {
    this.lane = lane;
  }

  @Override
  public int overheadBytes() {
    return LaneCipher.TAG_BYTES;
  }

  @Override
  public void seal(ByteBuffer header, ByteBuffer plain, ByteBuffer sealed) {
    if (sealed.remaining() - LaneCipher.TAG_BYTES < plain.remaining()) {
      throw new IllegalArgumentException("the sealed chunk does not fit");
    }
    try {
      lane.next(header, plain, sealed, plain.remaining());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing can't fail", e);
    }
  }

  @Override
  public void close() {
    lane.close();
  }
}
