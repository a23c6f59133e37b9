package io.localstream.adapters.crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKEUtil;
import org.bouncycastle.crypto.agreement.ecjpake.ECSchnorrZKP;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.Pack;

/**
 * A Schnorr proof that somebody knows a discrete logarithm (RFC 8235, section 3). BouncyCastle
 * makes it; it is checked here, because its class for proofs can't be made from bytes.
 *
 * @param commitment V in the RFC
 * @param response r in the RFC
 */
record SchnorrProof(ECPoint commitment, BigInteger response) {

  /** Proves that this side knows the logarithm {@code secret} of {@code shown}. */
  static SchnorrProof of(
      BigInteger secret, ECPoint shown, Statement statement, SecureRandom random) {
    ECSchnorrZKP proof =
        ECJPAKEUtil.calculateZeroKnowledgeProof(
            statement.generator(),
            PairingCurve.order(),
            secret,
            shown,
            SHA256Digest.newInstance(),
            statement.prover(),
            random);
    return new SchnorrProof(proof.getV(), proof.getr());
  }

  /**
   * What a logarithm is taken to, and who says to know it.
   *
   * @param prover the identity in the RFC's "UserID"
   */
  record Statement(ECPoint generator, String prover) {}

  /**
   * Whether the prover knows the logarithm of {@code shown}: V = G x [r] + A x [c] (RFC 8235,
   * section 3.2). The points were checked to be of the group when they were decoded.
   */
  boolean proves(ECPoint shown, Statement statement) {
    BigInteger challenge = challenge(shown, statement).mod(PairingCurve.order());
    return commitment.equals(
        statement.generator().multiply(response).add(shown.multiply(challenge)));
  }

  /**
   * The hash of generator, commitment, shown point and identity, each after its length in 4 bytes
   * (RFC 8235, section 3.3), taken as a signed number as the library takes it.
   */
  private BigInteger challenge(ECPoint shown, Statement statement) {
    Digest digest = SHA256Digest.newInstance();
    update(digest, PairingCurve.encode(statement.generator()));
    update(digest, PairingCurve.encode(commitment));
    update(digest, PairingCurve.encode(shown));
    update(digest, statement.prover().getBytes(StandardCharsets.UTF_8));
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return new BigInteger(hash);
  }

  private static void update(Digest digest, byte[] part) {
    digest.update(Pack.intToBigEndian(part.length), 0, Integer.BYTES);
    digest.update(part, 0, part.length);
  }
}
