package io.localstream.adapters.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKECurve;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKECurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * NIST P-256 (FIPS 186-4, appendix D.1.2.3), its points in the compressed form of SEC 1, section
 * 2.3.3: 33 bytes, one form for each point and none for the point at infinity. The cofactor is 1,
 * so every point of the curve is in the group.
 */
final class PairingCurve {
  static final int POINT_BYTES = 33;
  static final int SCALAR_BYTES = 32;

  private static final ECJPAKECurve P256 = ECJPAKECurves.NIST_P256;

  private PairingCurve() {}

  static ECPoint generator() {
    return P256.getG();
  }

  static BigInteger order() {
    return P256.getN();
  }

  static byte[] encode(ECPoint point) {
    return point.getEncoded(true);
  }

  static byte[] encode(BigInteger scalar) {
    return BigIntegers.asUnsignedByteArray(SCALAR_BYTES, scalar);
  }

  /**
   * The point with that encoding.
   *
   * @throws IllegalArgumentException when there is none on the curve
   */
  static ECPoint point(byte[] encoded) {
    ECPoint point = P256.getCurve().decodePoint(encoded);
    if (point.isInfinity() || !Arrays.equals(encode(point), encoded)) {
      throw new IllegalArgumentException("not a point in its one form");
    }
    return point;
  }

  /**
   * The scalar with that encoding.
   *
   * @throws IllegalArgumentException when it is not below the order of the group
   */
  static BigInteger scalar(byte[] encoded) {
    BigInteger scalar = new BigInteger(1, encoded);
    if (scalar.compareTo(order()) >= 0) {
      throw new IllegalArgumentException("out of range");
    }
    return scalar;
  }
}
