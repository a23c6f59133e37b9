package io.localstream.adapters.socket;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.MacAddress;
import io.localstream.domain.device.PublicKey;
import io.localstream.domain.device.Succession;
import io.localstream.domain.failure.SpaceShortage;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.Pairing;
import io.localstream.domain.pairing.PairingCode;
import io.localstream.domain.session.SessionClaim;
import java.util.Base64;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of the messages that a session is made of. */
final class SessionMessages {
  private final ServerMessageFlags flags;

  SessionMessages(ServerMessageFlags flags) {
    this.flags = flags;
  }

  void write(ControlMessage.Hello hello, ObjectNode object) {
    object.put("version", hello.version());
    object.put("name", hello.name().value());
    object.put("wrappingKey", base64(hello.wrappingKey().encoded()));
    hello.mac().ifPresent(mac -> object.put("mac", mac.value()));
    hello.code().ifPresent(code -> object.put("code", code));
    hello.claim().ifPresent(claim -> object.put("claim", base64(claim.proof())));
    if (!hello.successions().isEmpty()) {
      ArrayNode all = object.putArray("successions");
      hello.successions().forEach(each -> write(each, all.addObject()));
    }
  }

  private static void write(Succession succession, ObjectNode object) {
    object.put("id", succession.id().toString());
    object.put("formerKey", base64(succession.formerKey().encoded()));
    object.put("signingKey", base64(succession.signingKey().encoded()));
    object.put("wrappingKey", base64(succession.wrappingKey().encoded()));
    object.put("signature", base64(succession.signature()));
  }

  static ControlMessage.Hello hello(Fields fields) {
    return new ControlMessage.Hello(
        fields.integer("version"),
        new DeviceName(fields.text("name")),
        new PublicKey(fields.bytes("wrappingKey")),
        fields.optionalText("mac").map(MacAddress::new),
        fields.optionalInteger("code").map(SessionMessages::codeNumber),
        fields.optionalBytes("claim").map(SessionClaim::new),
        fields.optionalObjects("successions", SessionMessages::succession));
  }

  private static int codeNumber(int number) {
    if (number < 1 || number > PairingCode.MAX_NUMBER) {
      throw new IllegalArgumentException("a code's number is from 1 to " + PairingCode.MAX_NUMBER);
    }
    return number;
  }

  private static Succession succession(Fields fields) {
    return new Succession(
        fields.device("id"),
        new PublicKey(fields.bytes("formerKey")),
        new PublicKey(fields.bytes("signingKey")),
        new PublicKey(fields.bytes("wrappingKey")),
        fields.bytes("signature"));
  }

  static void write(Pairing pairing, ObjectNode object) {
    object.put("round", pairing.round());
    object.put("payload", base64(pairing.payload()));
  }

  static Pairing pairing(Fields fields) {
    return new Pairing(fields.integer("round"), fields.bytes("payload"));
  }

  /** The name is for people who read along; the number is what counts. */
  void write(ControlMessage.Status status, ObjectNode object) {
    object.put("code", flags.number(status.flag()));
    object.put("name", status.flag().name());
    status.transfer().ifPresent(transfer -> object.put("transfer", transfer.toString()));
    status
        .space()
        .ifPresent(space ->
            object
                .putObject("space")
                .put("needed", space.neededBytes())
                .put("free", space.freeBytes()));
  }

  ControlMessage.Status status(Fields fields) {
    return new ControlMessage.Status(
        flags.flag(fields.integer("code")),
        fields.optionalTransfer("transfer"),
        fields.optionalObject("space", SessionMessages::space));
  }

  private static SpaceShortage space(Fields fields) {
    return new SpaceShortage(fields.longInteger("needed"), fields.longInteger("free"));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
