package io.localstream.adapters.persistence;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.port.TrustStore;
import io.localstream.domain.trust.PinnedDevice;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pinned devices in {@code devices.json}. Safe for several threads and processes. */
public final class JsonTrustStore implements TrustStore {
  private final JsonDocument<List<PinnedDevice>> document;

  public JsonTrustStore(LocalStreamHome home) {
    document = new JsonDocument<>(home, new Form(), List.of());
  }

  @Override
  public List<PinnedDevice> all() {
    return document.read();
  }

  @Override
  public void pin(PinnedDevice device) {
    document.change(devices -> KeyedList.with(devices, device, JsonTrustStore::id));
  }

  @Override
  public void forget(DeviceId id) {
    document.change(devices -> KeyedList.without(devices, id, JsonTrustStore::id));
  }

  private static DeviceId id(PinnedDevice device) {
    return device.device().id();
  }

  /** How they are written. */
  static final class Form implements JsonForm<List<PinnedDevice>> {
    @Override
    public String name() {
      return "devices";
    }

    @Override
    public void write(List<PinnedDevice> devices, ObjectNode into) {
      ArrayNode array = into.putArray("devices");
      for (PinnedDevice pinned : devices) {
        ObjectNode object = array.addObject();
        DeviceJson.write(pinned.device(), object);
        object.put("pinnedAt", pinned.pinnedAt().toString());
        pinned.alias().ifPresent(alias -> object.put("alias", alias.value()));
        pinned.successor().ifPresent(key -> object.put("successor", key.hex()));
        object.put("revoked", pinned.revoked());
      }
    }

    @Override
    public List<PinnedDevice> read(JsonFields from) {
      return from.list(
          "devices",
          device ->
              new PinnedDevice(
                  DeviceJson.read(device),
                  device.instant("pinnedAt"),
                  device.optionalText("alias").map(DeviceName::new),
                  device.optionalText("successor").map(Fingerprint::new),
                  device.flag("revoked")));
    }
  }
}
