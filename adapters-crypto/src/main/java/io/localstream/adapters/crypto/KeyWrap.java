package io.localstream.adapters.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * RSAES-OAEP (RFC 8017, section 7.1) with SHA-256 for the label and for MGF1, stated because the
 * platform's default for MGF1 is SHA-1. The label says what the key is for: one that was wrapped
 * for something else does not unwrap.
 */
final class KeyWrap {
  private static final String TRANSFORMATION = "RSA/ECB/OAEPPadding";

  private KeyWrap() {}

  static byte[] wrap(byte[] secret, RSAPublicKey recipient, byte[] label)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(TRANSFORMATION);
    cipher.init(Cipher.ENCRYPT_MODE, recipient, parameters(label));
    return cipher.doFinal(secret);
  }

  static byte[] unwrap(byte[] wrapped, PrivateKey own, byte[] label)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(TRANSFORMATION);
    cipher.init(Cipher.DECRYPT_MODE, own, parameters(label));
    return cipher.doFinal(wrapped);
  }

  private static OAEPParameterSpec parameters(byte[] label) {
    return new OAEPParameterSpec(
        "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, new PSource.PSpecified(label));
  }

  /** The 16 bytes of the identifier (RFC 9562, section 4). */
  static byte[] encoded(UUID id) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
