package io.localstream.adapters.crypto;

import io.localstream.domain.network.Side;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.Arrays;

/**
 * The messages of a run, each in one form of one length. All begin with a byte that numbers the
 * message (1 to 3) and one for the sender's side (1 dialled, 2 listens).
 *
 * <pre>
 * first         1 side point point proof proof   198 bytes
 * second        2 side point proof               100 bytes
 * confirmation  3 side tag                        34 bytes
 * point         33 bytes, see {@link PairingCurve}
 * proof         point, number below the order of the group: 32 bytes, big-endian
 * tag           32 bytes
 * </pre>
 */
sealed interface JPakeMessage {
  /**
   * Two points whose logarithms the sender knows: G1 and G2, or G3 and G4 (RFC 8236, section 3).
   */
  record First(ECPoint one, ECPoint two, SchnorrProof proofOfOne, SchnorrProof proofOfTwo)
      implements JPakeMessage {}

  /** A, or B: the sender's own secret and the code in one. */
  record Second(ECPoint mixed, SchnorrProof proof) implements JPakeMessage {}

  /** Key confirmation (RFC 8236, section 5). */
  record Confirmation(byte[] tag) implements JPakeMessage {
    static final int BYTES = 32;
  }

  int HEADER_BYTES = 2;
  int PROOF_BYTES = PairingCurve.POINT_BYTES + PairingCurve.SCALAR_BYTES;

  /** The form in which it travels. */
  default byte[] encode(Side sender) {
    return switch (this) {
      case First first ->
          join(
              new byte[] {1, code(sender)},
              PairingCurve.encode(first.one),
              PairingCurve.encode(first.two),
              encode(first.proofOfOne),
              encode(first.proofOfTwo));
      case Second second ->
          join(
              new byte[] {2, code(sender)},
              PairingCurve.encode(second.mixed),
              encode(second.proof));
      case Confirmation confirmation -> join(new byte[] {3, code(sender)}, confirmation.tag);
    };
  }

  private static byte[] join(byte[]... parts) {
    return Arrays.concatenate(parts);
  }

  private static byte[] encode(SchnorrProof proof) {
    return join(PairingCurve.encode(proof.commitment()), PairingCurve.encode(proof.response()));
  }

  /**
   * Reads a first message.
   *
   * @throws IllegalArgumentException when it is not one of that side, in its one form
   */
  static First first(byte[] message, Side sender) {
    ByteBuffer body = body(message, 1, sender, 2 * (PairingCurve.POINT_BYTES + PROOF_BYTES));
    return new First(point(body), point(body), proof(body), proof(body));
  }

  /** As {@link #first(byte[], Side)}. */
  static Second second(byte[] message, Side sender) {
    ByteBuffer body = body(message, 2, sender, PairingCurve.POINT_BYTES + PROOF_BYTES);
    return new Second(point(body), proof(body));
  }

  /** As {@link #first(byte[], Side)}. */
  static Confirmation confirmation(byte[] message, Side sender) {
    return new Confirmation(take(body(message, 3, sender, Confirmation.BYTES), Confirmation.BYTES));
  }

  private static ByteBuffer body(byte[] message, int number, Side sender, int bodyBytes) {
    if (message.length != HEADER_BYTES + bodyBytes
        || message[0] != number
        || message[1] != code(sender)) {
      throw new IllegalArgumentException("not the message that was expected");
    }
    return ByteBuffer.wrap(message, HEADER_BYTES, bodyBytes);
  }

  private static SchnorrProof proof(ByteBuffer from) {
    ECPoint commitment = point(from);
    BigInteger response = PairingCurve.scalar(take(from, PairingCurve.SCALAR_BYTES));
    return new SchnorrProof(commitment, response);
  }

  private static ECPoint point(ByteBuffer from) {
    return PairingCurve.point(take(from, PairingCurve.POINT_BYTES));
  }

  private static byte[] take(ByteBuffer from, int bytes) {
    byte[] taken = new byte[bytes];
    from.get(taken);
    return taken;
  }

  private static byte code(Side side) {
    return switch (side) {
      case DIALLED -> 1;
      case LISTENING -> 2;
    };
  }
}
