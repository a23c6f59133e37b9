package io.localstream.adapters.persistence;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.PublicKey;
import io.localstream.domain.transfer.ContentDigest;
import io.localstream.domain.transfer.Receipt;
import io.localstream.domain.transfer.SignedReceipt;
import io.localstream.domain.transfer.TransferId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** A signed receipt as JSON. */
final class ReceiptForm implements JsonForm<SignedReceipt> {
  @Override
  public String name() {
    return "receipt";
  }

  @Override
  public int maxBytes() {
    return 64 << 10;
  }

  @Override
  public void write(SignedReceipt signed, ObjectNode into) {
    Receipt receipt = signed.receipt();
    Receipt.Sent sent = receipt.sent();
    into.put("transfer", sent.transfer().toString());
    into.put("sender", sent.sender().toString());
    into.put("receiver", sent.receiver().toString());
    into.put("what", sent.title());
    into.put("entries", sent.entries());
    into.put("bytes", sent.totalBytes());
    into.put("kept", receipt.kept());
    into.put("missing", receipt.missing());
    receipt.digest().ifPresent(digest -> into.put("sha256", digest.hex()));
    into.put("at", receipt.at().toString());
    into.put("key", Base64.getEncoder().encodeToString(signed.key().encoded()));
    into.put("signature", Base64.getEncoder().encodeToString(signed.signature()));
  }

  @Override
  public SignedReceipt read(JsonFields from) {
    Receipt.Sent sent =
        new Receipt.Sent(
            new TransferId(UUID.fromString(from.text("transfer"))),
            new DeviceId(UUID.fromString(from.text("sender"))),
            new DeviceId(UUID.fromString(from.text("receiver"))),
            from.text("what"),
            from.number("entries"),
            from.longNumber("bytes"));
    Receipt receipt =
        new Receipt(
            sent,
            from.number("kept"),
            from.number("missing"),
            from.optionalText("sha256").map(HexFormat.of()::parseHex).map(ContentDigest::new),
            from.instant("at"));
    return new SignedReceipt(
        receipt,
        new PublicKey(Base64.getDecoder().decode(from.text("key"))),
        Base64.getDecoder().decode(from.text("signature")));
  }
}
