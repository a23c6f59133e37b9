package io.localstream.domain.port.fake;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.device.PublicKey;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.port.Notary;
import io.localstream.domain.transfer.Receipt;
import io.localstream.domain.transfer.SignedReceipt;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Signs with a checksum that anybody could make. Safe for several threads. */
public final class InMemoryNotary implements Notary {
  private final IdentityVault identity;

  public InMemoryNotary(IdentityVault identity) {
    this.identity = identity;
  }

  @Override
  public DeviceId signer() {
    return identity.identity().id();
  }

  @Override
  public SignedReceipt sign(Receipt receipt) {
    PublicKey key = identity.identity().signingKey();
    return new SignedReceipt(receipt, key, signature(receipt, key));
  }

  @Override
  public Fingerprint verify(SignedReceipt receipt) {
    if (!Arrays.equals(receipt.signature(), signature(receipt.receipt(), receipt.key()))) {
      throw new LocalStreamException(
          FailureCode.CONTENT_DAMAGED, "the receipt is not signed by that key; don't rely on it");
    }
    return InMemoryIdentityVault.fingerprint(receipt.key());
  }

  private static byte[] signature(Receipt receipt, PublicKey key) {
    return ByteBuffer.allocate(Long.BYTES)
        .putInt(receipt.statement().hashCode())
        .putInt(key.hashCode())
        .array();
  }
}
