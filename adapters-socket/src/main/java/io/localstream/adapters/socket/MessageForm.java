package io.localstream.adapters.socket;

import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.ConversationStage;
import io.localstream.domain.message.Delivered;
import io.localstream.domain.message.Digests;
import io.localstream.domain.message.Measure;
import io.localstream.domain.message.Measured;
import io.localstream.domain.message.NamesTold;
import io.localstream.domain.message.Pairing;
import io.localstream.domain.message.Unsaved;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON form of control messages: {@code {"v":1,"type":...}} and the fields of that type. Fields
 * that are not known are passed over, so that later versions may add some. Thread-safe.
 */
final class MessageForm {
  static final int VERSION = 1;

  private static final String HELLO = "hello";
  private static final String PAIRING = "pairing";
  private static final String STATUS = "status";
  private static final String OFFER = "offer";
  static final String ENTRIES = "entries";
  static final String SPOILT = "spoilt";
  private static final String SENT = "sent";
  static final String ACCEPT = "accept";
  private static final String CONTENT_KEY = "content-key";
  private static final String STORED = "stored";
  private static final String LANE_BROKEN = "lane-broken";
  private static final String NEW_LANE = "new-lane";
  static final String DIGESTS = "digests";
  static final String UNSAVED = "unsaved";
  private static final String NAMES = "names";
  private static final String DELIVERED = "delivered";
  private static final String MEASURE = "measure";
  private static final String MEASURED = "measured";
  private static final String HEARTBEAT = "heartbeat";

  private final LongMessages longMessages = new LongMessages();
  private final SessionMessages session;

  MessageForm(ServerMessageFlags flags) {
    session = new SessionMessages(flags);
  }

  /**
   * @throws IllegalArgumentException for {@link ControlMessage.Unrecognised}
   */
  byte[] encode(ControlMessage message) {
    ObjectNode object = StrictJson.SHORT.newObject().put("v", VERSION).put("type", type(message));
    switch (message) {
      case ControlMessage.Hello hello -> session.write(hello, object);
      case Pairing pairing -> SessionMessages.write(pairing, object);
      case ControlMessage.Status status -> session.write(status, object);
      case ControlMessage.Offer offer -> TransferMessages.write(offer, object);
      case ControlMessage.Entries entries -> EntryMessages.write(entries, object);
      case ControlMessage.Accept accept -> TransferMessages.write(accept, object);
      case ControlMessage.ContentKey key -> TransferMessages.write(key, object);
      case ControlMessage.Spoilt spoilt -> EntryMessages.write(spoilt, object);
      case ControlMessage.Sent sent -> TransferMessages.write(sent, object);
      case ControlMessage.Stored stored -> TransferMessages.write(stored, object);
      case ControlMessage.LaneBroken broken -> TransferMessages.write(broken, object);
      case ControlMessage.NewLane lane -> TransferMessages.write(lane, object);
      case Digests digests -> ProofMessages.write(digests, object);
      case Unsaved unsaved -> ProofMessages.write(unsaved, object);
      case NamesTold names -> NameMessages.write(names, object);
      case Delivered delivered -> ProofMessages.write(delivered, object);
      case Measure measure -> MeasureMessages.write(measure, object);
      case Measured measured -> MeasureMessages.write(measured, object);
      case ControlMessage.Heartbeat _, ControlMessage.Unrecognised _ -> {}
    }
    return StrictJson.SHORT.write(object);
  }

  static String type(ControlMessage message) {
    return switch (message) {
      case ControlMessage.Hello _ -> HELLO;
      case Pairing _ -> PAIRING;
      case ControlMessage.Status _ -> STATUS;
      case ControlMessage.Offer _ -> OFFER;
      case ControlMessage.Entries _ -> ENTRIES;
      case ControlMessage.Accept _ -> ACCEPT;
      case ControlMessage.ContentKey _ -> CONTENT_KEY;
      case ControlMessage.Spoilt _ -> SPOILT;
      case ControlMessage.Sent _ -> SENT;
      case ControlMessage.Stored _ -> STORED;
      case ControlMessage.LaneBroken _ -> LANE_BROKEN;
      case ControlMessage.NewLane _ -> NEW_LANE;
      case Digests _ -> DIGESTS;
      case Unsaved _ -> UNSAVED;
      case NamesTold _ -> NAMES;
      case Delivered _ -> DELIVERED;
      case Measure _ -> MEASURE;
      case Measured _ -> MEASURED;
      case ControlMessage.Heartbeat _ -> HEARTBEAT;
      case ControlMessage.Unrecognised _ ->
          throw new IllegalArgumentException("an unrecognised message can't be written");
    };
  }

  /**
   * @throws IllegalArgumentException when it is no message, or one that the domain refuses
   * @throws tools.jackson.core.JacksonException when it is no JSON
   */
  ControlMessage decode(byte[] utf8, ConversationStage stage) {
    return switch (stage) {
      case INTRODUCTION -> decode(StrictJson.FIRST.read(utf8));
      case SESSION ->
          utf8.length > MessageLimits.SHORT_BYTES
              ? longMessages.decode(utf8)
              : decode(StrictJson.SHORT.read(utf8));
    };
  }

  private ControlMessage decode(ObjectNode message) {
    Fields fields = new Fields(message);
    String type = fields.text("type");
    if (fields.integer("v") != VERSION) {
      return new ControlMessage.Unrecognised();
    }
    return switch (type) {
      case HELLO -> SessionMessages.hello(fields);
      case PAIRING -> SessionMessages.pairing(fields);
      case STATUS -> session.status(fields);
      case OFFER -> TransferMessages.offer(fields);
      case ENTRIES -> EntryMessages.entries(fields);
      case ACCEPT -> TransferMessages.accept(fields);
      case CONTENT_KEY -> TransferMessages.contentKey(fields);
      case SPOILT -> EntryMessages.spoilt(fields);
      case SENT -> TransferMessages.sent(fields);
      case STORED -> TransferMessages.stored(fields);
      case LANE_BROKEN -> TransferMessages.laneBroken(fields);
      case NEW_LANE -> TransferMessages.newLane(fields);
      case DIGESTS -> ProofMessages.digests(fields);
      case UNSAVED -> ProofMessages.unsaved(fields);
      case NAMES -> NameMessages.names(fields);
      case DELIVERED -> ProofMessages.delivered(fields);
      case MEASURE -> MeasureMessages.measure(fields);
      case MEASURED -> MeasureMessages.measured(fields);
      case HEARTBEAT -> new ControlMessage.Heartbeat();
      default -> new ControlMessage.Unrecognised();
    };
  }
}
