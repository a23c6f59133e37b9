package io.localstream.adapters.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The secret of a session as it is kept: a byte for the version (1), a fresh 256-bit key wrapped
 * with RSAES-OAEP (see {@link KeyWrap}) under the device's own key and the label {@code
 * "localstream/1 session"}, and the secret (32 bytes) under that key with AES-256-GCM (NIST SP
 * 800-38D), its tag of 128 bits behind it. Each key seals once, so the nonce is zero. Version and
 * label are associated data.
 */
final class SecretEnvelope {
  private static final byte VERSION = 1;
  private static final byte[] LABEL = "localstream/1 session".getBytes(StandardCharsets.US_ASCII);
  private static final int SECRET_BYTES = 32;
  private static final int TAG_BYTES = 16;
  private static final int NONCE_BYTES = 12;

  private SecretEnvelope() {}

  static byte[] seal(byte[] secret, RSAPublicKey own) {
    byte[] fresh = new byte[LaneKey.BYTES];
    new SecureRandom().nextBytes(fresh);
    LaneKey key = new LaneKey(fresh);
    try {
      byte[] wrapped = KeyWrap.wrap(fresh, own, LABEL);
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key).doFinal(secret);
      return ByteBuffer.allocate(1 + wrapped.length + sealed.length)
          .put(VERSION)
          .put(wrapped)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("own keys always wrap", e);
    } finally {
      key.destroy();
    }
  }

  /**
   * Opens what {@link #seal} made. The caller wipes it.
   *
   * @throws GeneralSecurityException when it was not made for these keys, or was altered
   */
  static byte[] open(byte[] envelope, IdentityKeys own) throws GeneralSecurityException {
    int sealedBytes = SECRET_BYTES + TAG_BYTES;
    int wrappedBytes = envelope.length - 1 - sealedBytes;
    if (wrappedBytes < 1 || envelope[0] != VERSION) {
      throw new AEADBadTagException("not a secret of this version");
    }
    byte[] opened =
        KeyWrap.unwrap(Arrays.copyOfRange(envelope, 1, 1 + wrappedBytes), own.unwrapping(), LABEL);
    LaneKey key = new LaneKey(opened);
    try {
      if (opened.length != LaneKey.BYTES) {
        throw new InvalidKeyException("not a key of 256 bits");
      }
      return cipher(Cipher.DECRYPT_MODE, key).doFinal(envelope, 1 + wrappedBytes, sealedBytes);
    } finally {
      key.destroy();
    }
  }

  private static Cipher cipher(int mode, LaneKey key) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, new byte[NONCE_BYTES]));
    cipher.updateAAD(new byte[] {VERSION});
    cipher.updateAAD(LABEL);
    return cipher;
  }
}
