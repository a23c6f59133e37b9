package io.localstream.adapters.socket;

import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.transfer.ChunkRange;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.LaneCount;
import io.localstream.domain.transfer.LaneTicket;
import io.localstream.domain.transfer.TransferId;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of the messages that begin a transfer and keep its lanes. */
final class TransferMessages {
  private static final String LANE = "lane";
  private static final String VERIFY = "verify";

  static final String HAD = "had";

  private TransferMessages() {}

  static void write(ControlMessage.Offer offer, ObjectNode object) {
    putTransfer(offer.transfer(), object);
    object.put("attempt", offer.attempt());
    object.put("entries", offer.entries());
    object.put("chunkSize", offer.chunkSize().bytes());
    offer.lanes().ifPresent(lanes -> object.put("lanes", lanes.value()));
    putWish(VERIFY, offer.verify(), object);
    putWish("note", offer.note(), object);
  }

  static ControlMessage.Offer offer(Fields fields) {
    return new ControlMessage.Offer(
        transfer(fields),
        fields.integer("attempt"),
        fields.integer("entries"),
        new ChunkSize(fields.integer("chunkSize")),
        fields.optionalInteger("lanes").map(LaneCount::new),
        fields.optionalTruth(VERIFY),
        fields.optionalTruth("note"));
  }

  private static void putWish(String name, boolean wish, ObjectNode object) {
    if (wish) {
      object.put(name, true);
    }
  }

  static void write(ControlMessage.Accept accept, ObjectNode object) {
    putTransfer(accept.transfer(), object);
    putTickets(accept.tickets(), object);
    ArrayNode had = object.putArray(HAD);
    accept
        .had()
        .forEach(range -> had.addObject().put("first", range.first()).put("last", range.last()));
    putWish(VERIFY, accept.verify(), object);
  }

  static ControlMessage.Accept accept(Fields fields) {
    return accept(fields, fields.optionalObjects(HAD, TransferMessages::range));
  }

  static ControlMessage.Accept accept(Fields fields, List<ChunkRange> had) {
    return new ControlMessage.Accept(
        transfer(fields), fields.tickets("tickets"), had, fields.optionalTruth(VERIFY));
  }

  static ChunkRange range(Fields fields) {
    return new ChunkRange(fields.longInteger("first"), fields.longInteger("last"));
  }

  static void write(ControlMessage.Sent sent, ObjectNode object) {
    putTransfer(sent.transfer(), object);
  }

  static ControlMessage.Sent sent(Fields fields) {
    return new ControlMessage.Sent(transfer(fields));
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

  static void write(ControlMessage.Stored stored, ObjectNode object) {
    putLane(stored.transfer(), stored.lane(), object);
    object.put("chunks", stored.chunks());
    object.put("over", stored.over());
  }

  static ControlMessage.Stored stored(Fields fields) {
    return new ControlMessage.Stored(
        transfer(fields), fields.integer(LANE), fields.longInteger("chunks"), fields.truth("over"));
  }

  static void write(ControlMessage.LaneBroken broken, ObjectNode object) {
    putLane(broken.transfer(), broken.lane(), object);
  }

  static ControlMessage.LaneBroken laneBroken(Fields fields) {
    return new ControlMessage.LaneBroken(transfer(fields), fields.integer(LANE));
  }

  static void write(ControlMessage.NewLane lane, ObjectNode object) {
    putLane(lane.transfer(), lane.lane(), object);
    object.put("ticket", base64(lane.ticket().value()));
  }

  static ControlMessage.NewLane newLane(Fields fields) {
    return new ControlMessage.NewLane(
        transfer(fields), fields.integer(LANE), new LaneTicket(fields.bytes("ticket")));
  }

  private static void putLane(TransferId transfer, int lane, ObjectNode object) {
    putTransfer(transfer, object);
    object.put(LANE, lane);
  }

  private static TransferId transfer(Fields fields) {
    return fields.transfer("transfer");
  }

  static void putTransfer(TransferId transfer, ObjectNode object) {
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
