package io.localstream.adapters.persistence;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.transfer.RunningTransfer;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What runs in one program, as JSON. */
final class RunningForm implements JsonForm<List<RunningTransfer>> {
  @Override
  public String name() {
    return "running";
  }

  @Override
  public int maxBytes() {
    return 1 << 20;
  }

  @Override
  public void write(List<RunningTransfer> running, ObjectNode into) {
    ArrayNode list = into.putArray("transfers");
    for (RunningTransfer transfer : running) {
      ObjectNode entry = list.addObject();
      entry.put("id", transfer.id().toString());
      entry.put("direction", transfer.direction().name());
      entry.put("peer", transfer.peer().toString());
      entry.put("peerName", transfer.peerName().value());
      entry.put("what", transfer.title());
      entry.put("totalBytes", transfer.totalBytes());
      entry.put("bytes", transfer.bytes());
    }
  }

  @Override
  public List<RunningTransfer> read(JsonFields from) {
    return from.list("transfers", RunningForm::transfer);
  }

  private static RunningTransfer transfer(JsonFields from) {
    return new RunningTransfer(
        new TransferId(UUID.fromString(from.text("id"))),
        Transfer.Direction.valueOf(from.text("direction")),
        new DeviceId(UUID.fromString(from.text("peer"))),
        new DeviceName(from.text("peerName")),
        from.text("what"),
        from.longNumber("totalBytes"),
        from.longNumber("bytes"));
  }
}
