package io.localstream.application.conversation;

import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.Delivered;
import io.localstream.domain.transfer.ContentDigest;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.Receipt;
import io.localstream.domain.transfer.SignedReceipt;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes sure that a receipt is what the receiver signed, and says what is true. */
final class ReceiptCheck {
  private final Offer offer;
  private final PresentedDevice receiver;
  private final ContentPorts ports;
  private @Nullable ContentDigest expected;
  private @Nullable SignedReceipt taken;

  ReceiptCheck(Offer offer, PresentedDevice receiver, ContentPorts ports) {
    this.offer = offer;
    this.receiver = receiver;
    this.ports = ports;
  }

  /** What everything together has as its digest. */
  void expect(ContentDigest digest) {
    expected = digest;
  }

  /**
   * Takes what the receiver says.
   *
   * @throws LocalStreamException {@code CONTENT_DAMAGED}: not signed by the receiver; {@code
   *     PROTOCOL_VIOLATION}: it can't be
   */
  void take(Delivered delivered) {
    SignedReceipt receipt;
    try {
      receipt =
          new SignedReceipt(
              new Receipt(
                  Receipt.Sent.of(offer, ports.notary().signer(), receiver.id()),
                  delivered.kept(),
                  delivered.missing(),
                  delivered.digest(),
                  delivered.at()),
              receiver.credentials().signingKey(),
              delivered.signature());
    } catch (IllegalArgumentException e) {
      throw new LocalStreamException(
          FailureCode.PROTOCOL_VIOLATION,
          receiver.name().display() + " sent a receipt that can't be: " + e.getMessage(),
          e);
    }
    ports.notary().verify(receipt);
    taken = receipt;
  }

  /**
   * The receipt; empty where the receiver is of a version that signs none.
   *
   * @param verify whether the receiver had to compare digests
   * @throws LocalStreamException {@code CONTENT_DAMAGED}: it has not, or something else came of it
   */
  Optional<SignedReceipt> conclude(boolean verify) {
    SignedReceipt receipt = taken;
    if (verify && (receipt == null || !isAsExpected(receipt.receipt()))) {
      throw new LocalStreamException(
          FailureCode.CONTENT_DAMAGED,
          "what "
              + receiver.name().display()
              + " has stored was not found to be what was sent; send it again");
    }
    return Optional.ofNullable(receipt);
  }

  private boolean isAsExpected(Receipt receipt) {
    return receipt.digest().isPresent()
        && (!receipt.isWhole() || receipt.digest().get().equals(expected));
  }

  /** What the sender's person is told of what the receiver could not save. */
  static MissingEntry missing(int entries, Offer offer, PresentedDevice receiver) {
    return new MissingEntry(
        offer.manifest().display(),
        FailureCode.FILE_UNWRITABLE,
        "could not be saved in full by "
            + receiver.name().display()
            + ": "
            + entries
            + (entries == 1 ? " entry is" : " entries are")
            + " missing there, and named there");
  }
}
