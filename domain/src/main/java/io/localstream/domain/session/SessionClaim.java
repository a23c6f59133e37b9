package io.localstream.domain.session;

import java.util.Arrays;

/**
 * The proof, for one secure channel, that whoever sends it shares the secret of an earlier session:
 * 32 bytes that mean nothing in any other channel.
 */
public record SessionClaim(byte[] proof) {
  public static final int BYTES = 32;

  public SessionClaim {
    if (proof.length != BYTES) {
      throw new IllegalArgumentException("a session claim has " + BYTES + " bytes");
    }
    proof = proof.clone();
  }

  @Override
  public byte[] proof() {
    return proof.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SessionClaim claim && Arrays.equals(proof, claim.proof);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(proof);
  }

  @Override
  public String toString() {
    return "SessionClaim";
  }
}
