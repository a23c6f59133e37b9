package io.localstream.domain.session;

import java.util.Arrays;

/** A session's secret, encrypted for this device alone: 1 to 2,048 bytes. */
public record SealedSecret(byte[] sealed) {
  public static final int MAX_BYTES = 2_048;

  public SealedSecret {
    if (sealed.length == 0 || sealed.length > MAX_BYTES) {
      throw new IllegalArgumentException("a sealed secret has 1 to " + MAX_BYTES + " bytes");
    }
    sealed = sealed.clone();
  }

  @Override
  public byte[] sealed() {
    return sealed.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealedSecret secret && Arrays.equals(sealed, secret.sealed);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sealed);
  }

  @Override
  public String toString() {
    return "SealedSecret";
  }
}
