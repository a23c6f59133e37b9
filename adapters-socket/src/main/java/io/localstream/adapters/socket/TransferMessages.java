package io.localstream.adapters.socket;

import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.LaneTicket;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.TransferId;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of the messages that begin a transfer. */
final class TransferMessages {
  private TransferMessages() {}

  static void write(ControlMessage.Offer message, ObjectNode object) {
    Offer offer = message.offer();
    putTransfer(offer.id(), object);
    object.put("attempt", offer.attempt());
    object.put("chunkSize", offer.chunkSize().bytes());
    ArrayNode files = object.putArray("files");
    for (ManifestEntry entry : offer.manifest().entries()) {
      files
          .addObject()
          .put("path", entry.path().value())
          .put("size", entry.sizeBytes())
          .put("modified", entry.modified().toString())
          .put("permissions", entry.permissions());
    }
  }

  static ControlMessage.Offer offer(Fields fields) {
    return new ControlMessage.Offer(
        new Offer(
            transfer(fields),
            fields.integer("attempt"),
            new Manifest(fields.objects("files", TransferMessages::entry)),
            new ChunkSize(fields.integer("chunkSize"))));
  }

  private static ManifestEntry entry(Fields fields) {
    return new ManifestEntry(
        new RelativePath(fields.text("path")),
        fields.longInteger("size"),
        fields.instant("modified"),
        fields.integer("permissions"));
  }

  static void write(ControlMessage.Accept accept, ObjectNode object) {
    putTransfer(accept.transfer(), object);
    putTickets(accept.tickets(), object);
  }

  static ControlMessage.Accept accept(Fields fields) {
    return new ControlMessage.Accept(transfer(fields), fields.tickets("tickets"));
  }

  static void write(ControlMessage.ContentKey key, ObjectNode object) {
    putTransfer(key.transfer(), object);
    object.put("wrappedKey", base64(key.wrappedKey()));
    putTickets(key.tickets(), object);
  }

  static ControlMessage.ContentKey contentKey(Fields fields) {
    return new ControlMessage.ContentKey(
        transfer(fields), fields.bytes("wrappedKey"), fields.tickets("tickets"));
  }

  private static TransferId transfer(Fields fields) {
    return fields.transfer("transfer");
  }

  private static void putTransfer(TransferId transfer, ObjectNode object) {
    object.put("transfer", transfer.toString());
  }

  private static void putTickets(List<LaneTicket> tickets, ObjectNode object) {
    ArrayNode array = object.putArray("tickets");
    tickets.forEach(ticket -> array.add(base64(ticket.value())));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
