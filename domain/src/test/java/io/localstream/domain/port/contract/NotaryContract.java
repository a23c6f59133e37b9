package io.localstream.domain.port.contract;

import static io.localstream.domain.port.contract.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.port.Notary;
import io.localstream.domain.transfer.Receipt;
import io.localstream.domain.transfer.SignedReceipt;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Notary} promises. */
public abstract class NotaryContract {
  /** A notary of the device that {@link #vault} keeps. */
  protected abstract Notary notary();

  /** Whose identity it signs with. */
  protected abstract IdentityVault vault();

  /** The notary of another device. */
  protected abstract Notary another();

  @Test
  void signsInTheNameOfTheDevice() {
    LocalIdentity own = vault().identity();

    SignedReceipt signed = notary().sign(receipt("album"));

    assertThat(notary().signer()).isEqualTo(own.id());
    assertThat(signed.key()).isEqualTo(own.signingKey());
    assertThat(signed.receipt()).isEqualTo(receipt("album"));
  }

  @Test
  void anybodyCanVerify() {
    SignedReceipt signed = notary().sign(receipt("album"));

    assertThat(another().verify(signed)).isEqualTo(vault().identity().fingerprint());
  }

  @Test
  void refusesAReceiptThatWasAltered() {
    SignedReceipt signed = notary().sign(receipt("album"));
    SignedReceipt altered = new SignedReceipt(receipt("another"), signed.key(), signed.signature());

    assertFails(FailureCode.CONTENT_DAMAGED, () -> another().verify(altered));
  }

  @Test
  void refusesASignatureThatWasAltered() {
    SignedReceipt signed = notary().sign(receipt("album"));
    byte[] signature = signed.signature();
    signature[signature.length - 1] ^= 1;
    SignedReceipt altered = new SignedReceipt(signed.receipt(), signed.key(), signature);

    assertFails(FailureCode.CONTENT_DAMAGED, () -> another().verify(altered));
  }

  @Test
  void refusesAnothersKey() {
    SignedReceipt signed = notary().sign(receipt("album"));
    SignedReceipt others = another().sign(receipt("album"));
    SignedReceipt mixed = new SignedReceipt(signed.receipt(), others.key(), signed.signature());

    assertFails(FailureCode.CONTENT_DAMAGED, () -> notary().verify(mixed));
  }

  private Receipt receipt(String title) {
    return new Receipt(ReceiptStoreContract.sent(1, title), 0, 1, Optional.empty(), Instant.EPOCH);
  }
}
