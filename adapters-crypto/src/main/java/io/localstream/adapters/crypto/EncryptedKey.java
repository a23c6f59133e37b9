package io.localstream.adapters.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.util.Arrays;
import java.util.NoSuchElementException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A private key under a passphrase: EncryptedPrivateKeyInfo (RFC 5958, section 3) with PBES2 (RFC
 * 8018, section 6.2), scrypt (RFC 7914) and AES-256-CBC. CBC tells nothing about alterations:
 * whoever decrypts has to see whether the key fits its public key.
 */
record EncryptedKey(ScryptSettings settings, byte[] iv, byte[] encrypted) {
  private static final int IV_BYTES = 16;
  private static final String CIPHER = "AES/CBC/PKCS5Padding";

  /**
   * Encrypts.
   *
   * @param pkcs8 PrivateKeyInfo, which the caller wipes
   * @param key made with {@code settings}
   */
  static EncryptedKey of(byte[] pkcs8, ScryptSettings settings, LaneKey key) {
    byte[] iv = new byte[IV_BYTES];
    new SecureRandom().nextBytes(iv);
    try {
      return new EncryptedKey(settings, iv, run(Cipher.ENCRYPT_MODE, key, iv, pkcs8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform has no " + CIPHER, e);
    }
  }

  /**
   * Decrypts. The caller wipes the result.
   *
   * @throws GeneralSecurityException when the key is another; but another may also give rubbish
   */
  byte[] decrypt(LaneKey key) throws GeneralSecurityException {
    return run(Cipher.DECRYPT_MODE, key, iv, encrypted);
  }

  private static byte[] run(int mode, LaneKey key, byte[] iv, byte[] input)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new IvParameterSpec(iv));
    return cipher.doFinal(input);
  }

  byte[] toDer() {
    PBES2Parameters parameters =
        new PBES2Parameters(
            new KeyDerivationFunc(MiscObjectIdentifiers.id_scrypt, settings.toAsn1()),
            new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(iv)));
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, parameters);
    try {
      return new EncryptedPrivateKeyInfo(algorithm, encrypted).getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException("it is written to memory", e);
    }
  }

  /**
   * Reads what {@link #toDer()} wrote, with other settings too.
   *
   * @throws GeneralSecurityException when it is something else, or would take too much memory
   * @throws IllegalArgumentException likewise
   */
  static EncryptedKey parse(byte[] der) throws GeneralSecurityException {
    require(der.length > 0);
    try {
      EncryptedKey key = parse(EncryptedPrivateKeyInfo.getInstance(der));
      require(Arrays.equals(key.toDer(), der));
      return key;
    } catch (IllegalStateException
        | NoSuchElementException
        | IndexOutOfBoundsException
        | ClassCastException e) {
      // The library's words for values of another type, and for too few of them.
      throw new InvalidKeySpecException("not encrypted as this program does it", e);
    }
  }

  private static EncryptedKey parse(EncryptedPrivateKeyInfo info) throws GeneralSecurityException {
    AlgorithmIdentifier algorithm = info.getEncryptionAlgorithm();
    require(algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2));
    PBES2Parameters parameters = PBES2Parameters.getInstance(present(algorithm.getParameters()));
    KeyDerivationFunc derivation = parameters.getKeyDerivationFunc();
    EncryptionScheme scheme = parameters.getEncryptionScheme();
    require(derivation.getAlgorithm().equals(MiscObjectIdentifiers.id_scrypt));
    require(scheme.getAlgorithm().equals(NISTObjectIdentifiers.id_aes256_CBC));
    byte[] iv = ASN1OctetString.getInstance(present(scheme.getParameters())).getOctets();
    require(iv.length == IV_BYTES);
    return new EncryptedKey(
        ScryptSettings.of(present(derivation.getParameters())), iv, info.getEncryptedData());
  }

  private static ASN1Encodable present(@Nullable ASN1Encodable parameters)
      throws GeneralSecurityException {
    if (parameters == null) {
      throw new InvalidKeySpecException("encrypted in a way that is not told");
    }
    return parameters;
  }

  private static void require(boolean known) throws GeneralSecurityException {
    if (!known) {
      throw new InvalidKeySpecException("not encrypted as this program does it");
    }
  }
}
