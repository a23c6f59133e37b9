package io.localstream.adapters.cli.text;

import io.localstream.application.usecase.KeepTransfers.CheckedReceipt;
import io.localstream.application.usecase.KeepTransfers.KeptReceipt;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.display.QuotedName;
import io.localstream.domain.transfer.Receipt;
import io.localstream.domain.transfer.Transfer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The answers to {@code transfers receipts} and {@code transfers show --receipt}. */
public final class ReceiptReport {
  private final ZoneId zone;

  public ReceiptReport(ZoneId zone) {
    this.zone = zone;
  }

  /** One row for each receipt. */
  public List<String> list(List<KeptReceipt> receipts) {
    if (receipts.isEmpty()) {
      return List.of("there is no receipt yet");
    }
    Table table = new Table("TRANSFER", "WHAT", "PEER", "OFFERED", "SAVED", "NOTE");
    for (KeptReceipt kept : receipts) {
      Receipt receipt = kept.receipt();
      table.row(
          RowText.brief(receipt.sent().transfer().value()),
          QuotedName.brief(receipt.sent().title(), QuotedName.COLUMNS + 20),
          (isReceived(kept) ? "from " : "to ") + peer(kept),
          Quantities.size(receipt.sent().totalBytes()),
          RowText.text(receipt.at(), zone),
          note(receipt));
    }
    return table.lines();
  }

  private static String note(Receipt receipt) {
    return (receipt.digest().isPresent() ? "content compared" : "content not compared")
        + (receipt.kept() == 0 ? "" : ", " + receipt.kept() + " kept or left out")
        + (receipt.missing() == 0 ? "" : ", " + receipt.missing() + " missing");
  }

  /** Everything that one says. */
  public List<String> show(CheckedReceipt checked) {
    KeptReceipt kept = checked.kept();
    Receipt receipt = kept.receipt();
    List<String> lines = new ArrayList<>();
    lines.add("receipt of transfer " + receipt.sent().transfer());
    lines.add(
        "  what:              "
            + QuotedName.brief(receipt.sent().title(), QuotedName.COLUMNS + 20));
    lines.add(
        (isReceived(kept) ? "  from:              " : "  to:                ")
            + peer(kept)
            + ", id "
            + kept.peerId());
    lines.add("  files and folders: " + receipt.sent().entries());
    lines.add("  bytes offered:     " + receipt.sent().totalBytes());
    lines.add("  kept or left out:  " + receipt.kept());
    lines.add("  missing:           " + receipt.missing());
    lines.add("  saved:             " + RowText.text(receipt.at(), zone));
    lines.add(
        "  SHA-256:           "
            + receipt
                .digest()
                .map(digest -> digest.hex() + ", of all that was saved")
                .orElse("no content was compared (--verify does), so none is signed for"));
    lines.add(
        "  signed:            by the receiver, "
            + (checked.known()
                ? "with the key it is known by here"
                : "with a key that is not its" + " key here today"));
    lines.addAll(FingerprintText.digits("  key:", checked.key()));
    return lines;
  }

  private static String peer(KeptReceipt kept) {
    return kept.peer().map(DeviceName::display).orElse("a device that is not known any more");
  }

  private static boolean isReceived(KeptReceipt kept) {
    return kept.direction() == Transfer.Direction.RECEIVING;
  }
}
