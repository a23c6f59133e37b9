package io.localstream.domain.transfer;

import io.localstream.domain.device.PublicKey;
import java.util.Arrays;
import java.util.Objects;

/**
 * A receipt with the receiver's signature. Whether that holds, {@link
 * io.localstream.domain.port.Notary#verify} tells.
 *
 * @param key the receiver's signing key at that time
 * @param signature over {@link Receipt#statement()}, 1 to 1,024 bytes
 */
public record SignedReceipt(Receipt receipt, PublicKey key, byte[] signature) {
  public static final int MAX_SIGNATURE_BYTES = 1_024;

  public SignedReceipt {
    Objects.requireNonNull(receipt);
    Objects.requireNonNull(key);
    if (signature.length == 0 || signature.length > MAX_SIGNATURE_BYTES) {
      throw new IllegalArgumentException("a signature has 1 to " + MAX_SIGNATURE_BYTES + " bytes");
    }
    signature = signature.clone();
  }

  @Override
  public byte[] signature() {
    return signature.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedReceipt signed
        && receipt.equals(signed.receipt)
        && key.equals(signed.key)
        && Arrays.equals(signature, signed.signature);
  }

  @Override
  public int hashCode() {
    return Objects.hash(receipt, key, Arrays.hashCode(signature));
  }

  @Override
  public String toString() {
    return "SignedReceipt[" + receipt.sent().transfer() + "]";
  }
}
