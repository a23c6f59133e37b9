package io.localstream.adapters.crypto;

import io.localstream.domain.device.Fingerprint;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/** Which RSA keys are used here: 3,072 to 8,192 bits (own ones 3,072), public exponent 65,537. */
final class RsaKeys {
  private static final int OWN_BITS = 3_072;
  private static final int MAX_BITS = 8_192;
  private static final BigInteger EXPONENT = RSAKeyGenParameterSpec.F4;

  private RsaKeys() {}

  static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(new RSAKeyGenParameterSpec(OWN_BITS, EXPONENT));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform has no RSA", e);
    }
  }

  /** Accepts a key that somebody else chose, or throws. */
  static RSAPublicKey requireUsable(PublicKey key) throws InvalidKeyException {
    if (key instanceof RSAPublicKey rsa
        && rsa.getAlgorithm().equals("RSA")
        && rsa.getModulus().bitLength() >= OWN_BITS
        && rsa.getModulus().bitLength() <= MAX_BITS
        && rsa.getPublicExponent().equals(EXPONENT)) {
      return rsa;
    }
    throw new InvalidKeyException("not an RSA key of 3072 to 8192 bits with exponent 65537");
  }

  /** Decodes SubjectPublicKeyInfo (RFC 5280, section 4.1.2.7), in its one DER form only. */
  static RSAPublicKey decodePublic(byte[] encoded) throws GeneralSecurityException {
    PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
    if (!Arrays.equals(key.getEncoded(), encoded)) {
      throw new InvalidKeyException("not in canonical form");
    }
    return requireUsable(key);
  }

  /** Decodes PrivateKeyInfo (PKCS #8, RFC 5208, section 5) of the pair that has this public key. */
  static PrivateKey decodePrivate(byte[] encoded, RSAPublicKey counterpart)
      throws GeneralSecurityException {
    PrivateKey key =
        KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    if (key instanceof RSAPrivateKey rsa && rsa.getModulus().equals(counterpart.getModulus())) {
      return key;
    }
    throw new InvalidKeyException("the private key is of another pair");
  }

  static Fingerprint fingerprint(RSAPublicKey key) {
    try {
      return Fingerprint.of(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java platform has no SHA-256", e);
    }
  }
}
