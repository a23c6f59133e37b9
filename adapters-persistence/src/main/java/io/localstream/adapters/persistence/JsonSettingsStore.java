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
  private final JsonDocument<Settings> document;
  private final Supplier<String> hostName;

  public JsonSettingsStore(LocalStreamHome home) {
    this(home, HostName::find);
  }

  JsonSettingsStore(LocalStreamHome home, Supplier<String> hostName) {
    this.document = new JsonDocument<>(home, new Form(), new Settings(Optional.empty(), true));
    this.hostName = hostName;
  }

  @Override
  public DeviceName deviceName() {
    return document.read().name().or(this::choose).orElseThrow();
  }

  private Optional<DeviceName> choose() {
    DeviceName suggestion = HostName.toDeviceName(hostName.get());
    return document.change(settings -> settings.named(settings.name().orElse(suggestion))).name();
  }

  @Override
  public void rename(DeviceName name) {
    document.change(settings -> settings.named(name));
  }

  @Override
  public boolean isAnnouncing() {
    return document.read().announcing();
  }

  @Override
  public void announce(boolean yes) {
    document.change(settings -> new Settings(settings.name(), yes));
  }

  /** All of them; the name is chosen when it is first asked for. */
  record Settings(Optional<DeviceName> name, boolean announcing) {
    Settings named(DeviceName other) {
      return new Settings(Optional.of(other), announcing);
    }
  }

  /** How they are written. */
  static final class Form implements JsonForm<Settings> {
    @Override
    public String name() {
      return "settings";
    }

    @Override
    public void write(Settings settings, ObjectNode into) {
      settings.name().ifPresent(name -> into.put("deviceName", name.value()));
      into.put("announce", settings.announcing());
    }

    @Override
    public Settings read(JsonFields from) {
      return new Settings(
          from.optionalText("deviceName").map(DeviceName::new),
          from.optionalFlag("announce").orElse(true));
    }
  }
}
