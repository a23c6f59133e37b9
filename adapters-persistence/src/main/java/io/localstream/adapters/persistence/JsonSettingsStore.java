package io.localstream.adapters.persistence;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.port.SettingsStore;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings in {@code settings.json}; the name that is chosen on first use is made from the name of
 * this host. Safe for several threads and processes.
 */
public final class JsonSettingsStore implements SettingsStore {
  private final JsonDocument<Optional<DeviceName>> document;
  private final Supplier<String> hostName;

  public JsonSettingsStore(LocalStreamHome home) {
    this(home, HostName::find);
  }

  JsonSettingsStore(LocalStreamHome home, Supplier<String> hostName) {
    this.document = new JsonDocument<>(home, new Form());
    this.hostName = hostName;
  }

  @Override
  public DeviceName deviceName() {
    return document.read().or(this::choose).orElseThrow();
  }

  private Optional<DeviceName> choose() {
    DeviceName suggestion = HostName.toDeviceName(hostName.get());
    return document.change(name -> name.or(() -> Optional.of(suggestion)));
  }

  @Override
  public void rename(DeviceName name) {
    document.change(_ -> Optional.of(name));
  }

  private static final class Form implements JsonForm<Optional<DeviceName>> {
    @Override
    public String name() {
      return "settings";
    }

    @Override
    public Optional<DeviceName> empty() {
      return Optional.empty();
    }

    @Override
    public void write(Optional<DeviceName> name, ObjectNode into) {
      name.ifPresent(set -> into.put("deviceName", set.value()));
    }

    @Override
    public Optional<DeviceName> read(JsonFields from) {
      return from.optionalText("deviceName").map(DeviceName::new);
    }
  }
}
