package io.localstream.adapters.crypto;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.Notary;
import io.localstream.domain.transfer.Receipt;
import io.localstream.domain.transfer.SignedReceipt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Signs receipts with the key that is this device's identity, see {@link Pss}. Thread-safe. */
public final class RsaNotary implements Notary {
  private final RsaIdentityVault vault;

  public RsaNotary(RsaIdentityVault vault) {
    this.vault = vault;
  }

  @Override
  public DeviceId signer() {
    return vault.identity().id();
  }

  @Override
  public SignedReceipt sign(Receipt receipt) {
    IdentityKeys keys = vault.keys();
    return new SignedReceipt(
        receipt, keys.identity().signingKey(), Pss.sign(keys.signing(), statement(receipt)));
  }

  private static byte[] statement(Receipt receipt) {
    return receipt.statement().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Fingerprint verify(SignedReceipt receipt) {
    try {
      Pss.verify(receipt.key(), statement(receipt.receipt()), receipt.signature());
      return RsaKeys.fingerprint(RsaKeys.decodePublic(receipt.key().encoded()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new LocalStreamException(
          FailureCode.CONTENT_DAMAGED,
          "the receipt is not signed by that key; don't rely on it",
          e);
    }
  }
}
