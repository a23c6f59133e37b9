package io.localstream.adapters.crypto;

import io.localstream.domain.transfer.LaneContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of one lane, one for each epoch: HKDF-SHA256 (RFC 5869) without salt, with the info
 * {@code "localstream/1 lane"}, the transfer's identifier (16 bytes), and attempt, lane and epoch
 * (4 bytes each, big-endian).
 */
final class LaneKeys {
  private static final byte[] PURPOSE = "localstream/1 lane".getBytes(StandardCharsets.US_ASCII);

  private final byte[] secret;
  private final LaneContext context;

  /**
   * Takes the transfer's key over.
   *
   * @param secret wiped when the lane is closed
   */
  LaneKeys(byte[] secret, LaneContext context) {
    this.secret = secret;
    this.context = context;
  }

  LaneKey ofEpoch(int epoch) {
    return new LaneKey(derive(secret, info(epoch), LaneKey.BYTES));
  }

  private byte[] info(int epoch) {
    return ByteBuffer.allocate(PURPOSE.length + 2 * Long.BYTES + 3 * Integer.BYTES)
        .put(PURPOSE)
        .put(KeyWrap.encoded(context.transfer().value()))
        .putInt(context.attempt())
        .putInt(context.lane())
        .putInt(epoch)
        .array();
  }

  static byte[] derive(byte[] secret, byte[] info, int length) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(new SecretKeySpec(secret, "Generic"))
                  .thenExpand(info, length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform has no HKDF-SHA256", e);
    }
  }

  void destroy() {
    Arrays.fill(secret, (byte) 0);
  }
}
