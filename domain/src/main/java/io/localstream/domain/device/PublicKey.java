package io.localstream.domain.device;

import java.util.Arrays;

/** A public key as DER SubjectPublicKeyInfo (RFC 5280, section 4.1.2.7), 1 to 8,192 bytes. */
public record PublicKey(byte[] encoded) {
  public static final int MAX_BYTES = 8_192;

  public PublicKey {
    if (encoded.length == 0 || encoded.length > MAX_BYTES) {
      throw new IllegalArgumentException("a public key has 1 to " + MAX_BYTES + " bytes");
    }
    encoded = encoded.clone();
  }

  @Override
  public byte[] encoded() {
    return encoded.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicKey key && Arrays.equals(encoded, key.encoded);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encoded);
  }

  @Override
  public String toString() {
    return "PublicKey[" + encoded.length + " bytes]";
  }
}
