package io.localstream.adapters.socket;

import io.localstream.domain.message.Delivered;
import io.localstream.domain.message.Digests;
import io.localstream.domain.message.Unsaved;
import io.localstream.domain.transfer.ContentDigest;
import io.localstream.domain.transfer.EntrySet;
import io.localstream.domain.transfer.UnsavedReason;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** The fields of the messages that show that everything has arrived. */
final class ProofMessages {
  private static final String SHA256 = "sha256";

  private ProofMessages() {}

  static void write(Digests digests, ObjectNode object) {
    TransferMessages.putTransfer(digests.transfer(), object);
    ByteBuffer all = ByteBuffer.allocate(digests.files().size() * ContentDigest.BYTES);
    digests.files().forEach(digest -> all.put(digest.value()));
    object.put(SHA256, base64(all.array()));
  }

  static Digests digests(Fields fields) {
    byte[] all = fields.bytes(SHA256);
    if (all.length % ContentDigest.BYTES != 0) {
      throw new IllegalArgumentException("a digest is cut off");
    }
    ByteBuffer rest = ByteBuffer.wrap(all);
    List<ContentDigest> files = new ArrayList<>();
    while (rest.hasRemaining()) {
      byte[] digest = new byte[ContentDigest.BYTES];
      rest.get(digest);
      files.add(new ContentDigest(digest));
    }
    return new Digests(fields.transfer("transfer"), files);
  }

  static void write(Unsaved unsaved, ObjectNode object) {
    TransferMessages.putTransfer(unsaved.transfer(), object);
    object.put("reason", unsaved.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    object.put("entries", base64(unsaved.entries().bytes()));
  }

  static Unsaved unsaved(Fields fields) {
    return new Unsaved(
        fields.transfer("transfer"),
        reason(fields.text("reason")),
        EntrySet.of(fields.bytes("entries")));
  }

  private static UnsavedReason reason(String word) {
    try {
      return word.equals(word.toLowerCase(Locale.ROOT))
          ? UnsavedReason.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'))
          : UnsavedReason.OTHER;
    } catch (IllegalArgumentException _) {
      // A newer peer may know more of them.
      return UnsavedReason.OTHER;
    }
  }

  static void write(Delivered delivered, ObjectNode object) {
    TransferMessages.putTransfer(delivered.transfer(), object);
    object.put("kept", delivered.kept());
    object.put("missing", delivered.missing());
    delivered.digest().ifPresent(digest -> object.put(SHA256, base64(digest.value())));
    object.put("at", delivered.at().toString());
    object.put("signature", base64(delivered.signature()));
  }

  static Delivered delivered(Fields fields) {
    return new Delivered(
        fields.transfer("transfer"),
        fields.integer("kept"),
        fields.integer("missing"),
        fields.optionalBytes(SHA256).map(ContentDigest::new),
        fields.instant("at"),
        fields.bytes("signature"));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
