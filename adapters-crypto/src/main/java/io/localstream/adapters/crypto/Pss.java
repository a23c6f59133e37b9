package io.localstream.adapters.crypto;

import io.localstream.domain.device.PublicKey;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/**
 * Signatures of statements: RSASSA-PSS (RFC 8017, section 8.1) with SHA-256, MGF1 with SHA-256, and
 * a salt of 32 bytes.
 */
final class Pss {
  private static final PSSParameterSpec PARAMETERS =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  private Pss() {}

  static byte[] sign(PrivateKey key, byte[] statement) {
    try {
      Signature signature = signature();
      signature.initSign(key);
      signature.update(statement);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform has no RSASSA-PSS", e);
    }
  }

  /**
   * @throws GeneralSecurityException the key has not signed that, or could not be accepted
   */
  static void verify(PublicKey key, byte[] statement, byte[] signed)
      throws GeneralSecurityException {
    Signature signature = signature();
    signature.initVerify(RsaKeys.decodePublic(key.encoded()));
    signature.update(statement);
    if (!signature.verify(signed)) {
      throw new SignatureException("not signed by that key");
    }
  }

  private static Signature signature() throws GeneralSecurityException {
    Signature signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(PARAMETERS);
    return signature;
  }
}
