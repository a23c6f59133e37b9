package io.localstream.adapters.crypto;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKEUtil;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * One party's arithmetic in J-PAKE over an elliptic curve (RFC 8236, section 3), with
 * BouncyCastle's primitives. A party is "Alice" in the RFC's words, its peer "Bob": x1, x2, G1 and
 * G2 are its own, G3 and G4 the peer's.
 */
final class JPakeParty {
  private static final int TAG_BITS = 8 * JPakeMessage.Confirmation.BYTES;

  private final String own;
  private final String peer;
  private final BigInteger password;
  private final SecureRandom random;
  private final BigInteger x1;
  private final BigInteger x2;
  private final ECPoint g1;
  private final ECPoint g2;

  /**
   * @param own this party's identity in the proofs, which differs from the peer's
   * @param password s in the RFC
   */
  JPakeParty(String own, String peer, BigInteger password, SecureRandom random) {
    this.own = own;
    this.peer = peer;
    this.password = password;
    this.random = random;
    this.x1 = ECJPAKEUtil.generateX1(PairingCurve.order(), random);
    this.x2 = ECJPAKEUtil.generateX1(PairingCurve.order(), random);
    this.g1 = ECJPAKEUtil.calculateGx(PairingCurve.generator(), x1);
    this.g2 = ECJPAKEUtil.calculateGx(PairingCurve.generator(), x2);
  }

  JPakeMessage.First first() {
    return new JPakeMessage.First(g1, g2, prove(x1, g1), prove(x2, g2));
  }

  private SchnorrProof prove(BigInteger secret, ECPoint shown) {
    return SchnorrProof.of(secret, shown, by(own, PairingCurve.generator()), random);
  }

  /** Whether the peer knows what it has to know for its first message. */
  boolean accepts(JPakeMessage.First peers) {
    SchnorrProof.Statement statement = by(peer, PairingCurve.generator());
    return peers.proofOfOne().proves(peers.one(), statement)
        && peers.proofOfTwo().proves(peers.two(), statement)
        && !ownGenerator(peers).isInfinity()
        && !peersGenerator(peers).isInfinity();
  }

  JPakeMessage.Second second(JPakeMessage.First peers) {
    ECPoint generator = ownGenerator(peers);
    ECPoint mixed = generator.multiply(x2s());
    return new JPakeMessage.Second(
        mixed, SchnorrProof.of(x2s(), mixed, by(own, generator), random));
  }

  /** Whether the peer knows what it has to know for its second message in this very run. */
  boolean accepts(JPakeMessage.First peers, JPakeMessage.Second second) {
    return second.proof().proves(second.mixed(), by(peer, peersGenerator(peers)));
  }

  /** G1 + G3 + G4. */
  private ECPoint ownGenerator(JPakeMessage.First peers) {
    return ECJPAKEUtil.calculateGA(g1, peers.one(), peers.two());
  }

  /** G1 + G2 + G3. */
  private ECPoint peersGenerator(JPakeMessage.First peers) {
    return ECJPAKEUtil.calculateGA(peers.one(), g1, g2);
  }

  private BigInteger x2s() {
    return ECJPAKEUtil.calculateX2s(PairingCurve.order(), x2, password);
  }

  /** The tags of both confirmations; none where the key would be the point at infinity. */
  Optional<Tags> confirm(JPakeMessage.First peers, JPakeMessage.Second second) {
    ECPoint difference = second.mixed().subtract(peers.two().multiply(x2s()));
    if (difference.isInfinity()) {
      return Optional.empty();
    }
    BigInteger key = difference.multiply(x2).normalize().getAffineXCoord().toBigInteger();
    return Optional.of(
        new Tags(
            tag(own, peer, new ECPoint[] {g1, g2, peers.one(), peers.two()}, key),
            tag(peer, own, new ECPoint[] {peers.one(), peers.two(), g1, g2}, key)));
  }

  /** Key confirmation (RFC 8236, section 5): HMAC-SHA256, all of its 32 bytes. */
  private static byte[] tag(String from, String to, ECPoint[] points, BigInteger key) {
    BigInteger tag =
        ECJPAKEUtil.calculateMacTag(
            from, to, points[0], points[1], points[2], points[3], key, SHA256Digest.newInstance());
    // The library has it as a signed number.
    return BigIntegers.asUnsignedByteArray(
        JPakeMessage.Confirmation.BYTES, tag.mod(BigInteger.TWO.pow(TAG_BITS)));
  }

  private static SchnorrProof.Statement by(String prover, ECPoint generator) {
    return new SchnorrProof.Statement(generator, prover);
  }

  /** What this party sends, and what it expects. */
  record Tags(byte[] own, byte[] peers) {}
}
