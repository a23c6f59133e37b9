package io.localstream.adapters.socket;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.MacAddress;
import io.localstream.domain.device.PublicKey;
import io.localstream.domain.message.ControlMessage;
import java.util.Base64;
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
    object.put("wrappingKey", Base64.getEncoder().encodeToString(hello.wrappingKey().encoded()));
    hello.mac().ifPresent(mac -> object.put("mac", mac.value()));
  }

  static ControlMessage.Hello hello(Fields fields) {
    return new ControlMessage.Hello(
        fields.integer("version"),
        new DeviceName(fields.text("name")),
        new PublicKey(fields.bytes("wrappingKey")),
        fields.optionalText("mac").map(MacAddress::new));
  }

  /** The name is for people who read along; the number is what counts. */
  void write(ControlMessage.Status status, ObjectNode object) {
    object.put("code", flags.number(status.flag()));
    object.put("name", status.flag().name());
    status.transfer().ifPresent(transfer -> object.put("transfer", transfer.toString()));
  }

  ControlMessage.Status status(Fields fields) {
    return new ControlMessage.Status(
        flags.flag(fields.integer("code")), fields.optionalTransfer("transfer"));
  }
}
