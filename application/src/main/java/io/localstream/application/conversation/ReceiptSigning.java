package io.localstream.application.conversation;

import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.Delivered;
import io.localstream.domain.port.Notary;
import io.localstream.domain.transfer.ContentDigest;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.Receipt;
import io.localstream.domain.transfer.SignedReceipt;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs for what has arrived, and gives that to the sender. */
final class ReceiptSigning {
  private final PeerLine line;
  private final TransferTrack track;
  private final Notary notary;

  ReceiptSigning(PeerLine line, TransferTrack track, Notary notary) {
    this.line = line;
    this.track = track;
    this.notary = notary;
  }

  /**
   * Everything is saved by now, so nothing that goes wrong here is a failure of the transfer.
   *
   * @param unsaved what was not saved, and is told before
   * @param digest of what was compared; null where nothing was to be
   */
  void sign(UnsavedEntries unsaved, @Nullable ContentDigest digest) {
    Offer offer = track.current().offer();
    int kept = unsaved.kept().size();
    int missing = unsaved.missing().size();
    unsaved.messages(offer.id()).forEach(line::send);
    try {
      SignedReceipt signed =
          notary.sign(
              new Receipt(
                  Receipt.Sent.of(offer, line.peer().id(), notary.signer()),
                  kept,
                  missing,
                  Optional.ofNullable(digest),
                  line.now()));
      track.receipt(signed);
      line.send(
          new Delivered(
              offer.id(),
              kept,
              missing,
              Optional.ofNullable(digest),
              signed.receipt().at(),
              signed.signature()));
    } catch (LocalStreamException _) {
      // The sender learns that all has arrived, without a signature.
    }
  }
}
