package io.localstream.adapters.crypto;

import io.localstream.domain.device.Passphrase;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * How a key is made of a passphrase: scrypt (RFC 7914) with a salt of 16 bytes.
 *
 * <p>Own ones have N = 2^14, r = 8, p = 5: 16 MiB, five times over, one of the equal choices in
 * OWASP's Password Storage Cheat Sheet. More memory and fewer rounds would be as good, but the
 * program is to run in a heap of 96 MiB, and openssl refuses to take more than 32 MiB.
 */
record ScryptSettings(byte[] salt, int cost, int blockSize, int parallelization) {
  private static final int SALT_BYTES = 16;
  private static final int COST = 1 << 14;
  private static final int BLOCK_SIZE = 8;
  private static final int PARALLELIZATION = 5;

  /** A file may ask for more, but not for so much that the program would end. */
  private static final int MAX_COST = 1 << 15;

  private static final int MAX_PARALLELIZATION = 64;

  static ScryptSettings fresh() {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return new ScryptSettings(salt, COST, BLOCK_SIZE, PARALLELIZATION);
  }

  /** Reads the parameters (RFC 7914, section 7). */
  static ScryptSettings of(ASN1Encodable parameters) throws GeneralSecurityException {
    ScryptParams scrypt = ScryptParams.getInstance(parameters);
    if (!scrypt.getBlockSize().equals(BigInteger.valueOf(BLOCK_SIZE))
        || scrypt.getCostParameter().compareTo(BigInteger.valueOf(MAX_COST)) > 0
        || scrypt.getCostParameter().compareTo(BigInteger.TWO) < 0
        || scrypt.getCostParameter().bitCount() != 1
        || scrypt.getParallelizationParameter().compareTo(BigInteger.ONE) < 0
        || scrypt.getParallelizationParameter().compareTo(BigInteger.valueOf(MAX_PARALLELIZATION))
            > 0) {
      throw new InvalidKeySpecException("scrypt with settings that are not accepted");
    }
    return new ScryptSettings(
        scrypt.getSalt(),
        scrypt.getCostParameter().intValue(),
        BLOCK_SIZE,
        scrypt.getParallelizationParameter().intValue());
  }

  boolean isSameAs(ScryptSettings other) {
    return Arrays.equals(salt, other.salt)
        && cost == other.cost
        && blockSize == other.blockSize
        && parallelization == other.parallelization;
  }

  ScryptParams toAsn1() {
    return new ScryptParams(salt, cost, blockSize, parallelization);
  }

  /** Takes a while. The caller destroys the key. */
  LaneKey derive(Passphrase passphrase) {
    byte[] utf8 = passphrase.utf8();
    try {
      return new LaneKey(
          SCrypt.generate(utf8, salt, cost, blockSize, parallelization, LaneKey.BYTES));
    } finally {
      Arrays.fill(utf8, (byte) 0);
    }
  }
}
