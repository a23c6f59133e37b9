package io.localstream.adapters.persistence;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.TrustStore;
import io.localstream.domain.trust.PinnedDevice;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Pinned devices in {@code devices.json}. Safe for several threads and processes. */
public final class JsonTrustStore implements TrustStore {
  static final RowsForm<PinnedDevice> FORM =
      new RowsForm<>("devices", 4 << 20, JsonTrustStore::write, JsonTrustStore::readRow);

  private final JsonRows<PinnedDevice> document;

  public JsonTrustStore(LocalStreamHome home) {
    document = new JsonRows<>(home, FORM);
  }

  @Override
  public List<PinnedDevice> all() {
    return document.read();
  }

  @Override
  public List<PinnedDevice> change(Change change) {
    return document.change(rows -> changed(rows, List.copyOf(change.apply(rows.sound()))));
  }

  private static Rows<PinnedDevice> changed(Rows<PinnedDevice> before, List<PinnedDevice> now) {
    Set<DeviceId> wanted = now.stream().map(JsonTrustStore::id).collect(Collectors.toSet());
    Rows<PinnedDevice> rows = before.without(device -> !wanted.contains(id(device)));
    List<PinnedDevice> same = before.sound();
    for (PinnedDevice device : now) {
      if (!same.contains(device)) {
        requireNothingUnreadable(before, device);
        rows = rows.with(device, JsonTrustStore::id);
      }
    }
    return rows;
  }

  /** A person may have revoked it, or have known it by another key: nothing else can tell. */
  private static void requireNothingUnreadable(Rows<PinnedDevice> rows, PinnedDevice device) {
    Set<String> telling =
        Set.of(device.device().id().toString(), device.device().fingerprint().hex());
    for (Rows.Damaged<PinnedDevice> damaged : rows.damaged()) {
      if (isText(damaged.json().path("id"), telling)
          || isText(damaged.json().path("fingerprint"), telling)) {
        throw new LocalStreamException(
            FailureCode.STORE_DAMAGED,
            "what is known of "
                + device.name().display()
                + " can't be read ("
                + damaged.problem()
                + " in devices.json); mend that row, or remove it to meet the device anew");
      }
    }
  }

  private static boolean isText(JsonNode node, Set<String> texts) {
    return node.isString() && texts.contains(node.stringValue());
  }

  private static DeviceId id(PinnedDevice device) {
    return device.device().id();
  }

  private static void write(PinnedDevice pinned, ObjectNode into) {
    DeviceJson.write(pinned.device(), into);
    into.put("pinnedAt", pinned.pinnedAt().toString());
    pinned.alias().ifPresent(alias -> into.put("alias", alias.value()));
    pinned.newName().ifPresent(name -> into.put("newName", name.value()));
    pinned.successor().ifPresent(key -> into.put("successor", key.hex()));
    into.put("revoked", pinned.revoked());
  }

  private static PinnedDevice readRow(JsonFields from) {
    return new PinnedDevice(
        DeviceJson.read(from),
        from.instant("pinnedAt"),
        from.optionalText("alias").map(DeviceName::new),
        from.optionalText("newName").map(DeviceName::new),
        from.optionalText("successor").map(Fingerprint::new),
        from.flag("revoked"));
  }
}
