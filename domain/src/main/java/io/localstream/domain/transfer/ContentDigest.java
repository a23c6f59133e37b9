package io.localstream.domain.transfer;

import java.util.Arrays;
import java.util.HexFormat;

/** The SHA-256 digest (FIPS 180-4) of some content: 32 bytes. */
public record ContentDigest(byte[] value) {
  public static final int BYTES = 32;

  public ContentDigest {
    if (value.length != BYTES) {
      throw new IllegalArgumentException("a digest has " + BYTES + " bytes");
    }
    value = value.clone();
  }

  @Override
  public byte[] value() {
    return value.clone();
  }

  /** The usual form: 64 small hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ContentDigest digest && Arrays.equals(value, digest.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return "ContentDigest[" + hex() + "]";
  }
}
