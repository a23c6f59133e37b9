package io.localstream.adapters.crypto;

import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.pairing.PairingCode;
import io.localstream.domain.pairing.PairingContext;
import io.localstream.domain.pairing.PairingParty;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKEUtil;

/**
 * The shared secret s that J-PAKE compares (RFC 8236, section 3): HKDF-SHA256 (RFC 5869) of the
 * code's words, without salt, 48 bytes, modulo the order of the group. The info is {@code
 * "localstream/1 pairing"}, then the device that dialled, the one that listened, and the channel's
 * binding; of each device the identifier (16 bytes), the fingerprint (32 bytes) and the wrapping
 * key, and keys and binding after their length in 4 bytes, big-endian. Whatever the two sides see
 * differently makes two secrets of one code.
 */
final class PairingPassword {
  private static final byte[] PURPOSE = "localstream/1 pairing".getBytes(StandardCharsets.US_ASCII);

  /** Half as long again as the order, so that no residue is noticeably likelier than another. */
  private static final int BYTES = 48;

  private PairingPassword() {}

  static BigInteger derive(PairingCode code, PairingContext context) {
    byte[] words = code.secret();
    byte[] derived = LaneKeys.derive(words, info(context), BYTES);
    try {
      return ECJPAKEUtil.calculateS(PairingCurve.order(), derived);
    } catch (CryptoException e) {
      throw new IllegalStateException("as likely as to guess a key", e);
    } finally {
      Arrays.fill(words, (byte) 0);
      Arrays.fill(derived, (byte) 0);
    }
  }

  private static byte[] info(PairingContext context) {
    ByteArrayOutputStream info = new ByteArrayOutputStream();
    info.writeBytes(PURPOSE);
    append(context.dialler(), info);
    append(context.listener(), info);
    append(context.channelBinding(), info);
    return info.toByteArray();
  }

  private static void append(PairingParty party, ByteArrayOutputStream info) {
    info.writeBytes(KeyWrap.encoded(party.id().value()));
    info.writeBytes(bytes(party.fingerprint()));
    append(party.wrappingKey().encoded(), info);
  }

  private static void append(byte[] part, ByteArrayOutputStream info) {
    info.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    info.writeBytes(part);
  }

  private static byte[] bytes(Fingerprint fingerprint) {
    return HexFormat.of().parseHex(fingerprint.hex());
  }
}
