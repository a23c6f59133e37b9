package io.localstream.adapters.crypto;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.ChunkOpener;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Opens with a lane's cipher. */
final class AesGcmOpener implements ChunkOpener {
  private final LaneCipher lane;

  AesGcmOpener(LaneCipher lane) {
    this.lane = lane;
  }

  @Override
  public int overheadBytes() {
    return LaneCipher.TAG_BYTES;
  }

  @Override
  public void open(ByteBuffer header, ByteBuffer sealed, ByteBuffer plain) {
    int plainBytes = sealed.remaining() - LaneCipher.TAG_BYTES;
    if (plainBytes < 0) {
      throw damaged(null);
    }
    if (plain.remaining() < plainBytes) {
      throw new IllegalArgumentException("the opened chunk does not fit");
    }
    try {
      lane.begin(header, plainBytes);
      lane.end(sealed, plain);
    } catch (GeneralSecurityException e) {
      // The platform's cipher wipes what it had decrypted, but does not promise to.
      int start = plain.arrayOffset() + plain.position();
      Arrays.fill(plain.array(), start, start + plainBytes, (byte) 0);
      throw damaged(e);
    }
  }

  private static LocalStreamException damaged(@Nullable Throwable cause) {
    return new LocalStreamException(
        FailureCode.CONTENT_DAMAGED,
        "a chunk that arrived is not what was sent; send the files again",
        cause);
  }

  @Override
  public void close() {
    lane.close();
  }
}
