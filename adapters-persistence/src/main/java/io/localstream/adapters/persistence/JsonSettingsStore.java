package io.localstream.adapters.persistence;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.port.SettingsStore;
import io.localstream.domain.transfer.Destination.ExistingFile;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings in {@code settings.json}; the name that is chosen on first use is made from the name of
 * this host. Safe for several threads and processes.
 */
public final class JsonSettingsStore implements SettingsStore {
  private final JsonDocument<Settings> document;
  private final LocalStreamHome home;
  private final Supplier<String> hostName;

  public JsonSettingsStore(LocalStreamHome home) {
    this(home, HostName::find);
  }

  JsonSettingsStore(LocalStreamHome home, Supplier<String> hostName) {
    this.home = home;
    this.document = new JsonDocument<>(home, new Form(), Settings.NEW);
    this.hostName = hostName;
  }

  @Override
  public DeviceName deviceName() {
    return document.read().name().or(this::choose).orElseThrow();
  }

  private Optional<DeviceName> choose() {
    DeviceName suggestion = HostName.toDeviceName(hostName.get());
    if (home.isReadOnly()) {
      return Optional.of(suggestion);
    }
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
    document.change(
        settings -> new Settings(settings.name(), yes, settings.existing(), settings.partialAge()));
  }

  @Override
  public ExistingFile existing() {
    return document.read().existing();
  }

  @Override
  public void existing(ExistingFile policy) {
    document.change(settings ->
        new Settings(settings.name(), settings.announcing(), policy, settings.partialAge()));
  }

  @Override
  public Duration partialAge() {
    return document.read().partialAge();
  }

  @Override
  public void partialAge(Duration age) {
    document.change(
        settings -> new Settings(settings.name(), settings.announcing(), settings.existing(), age));
  }

  /** All of them; the name is chosen when it is first asked for. */
  record Settings(
      Optional<DeviceName> name, boolean announcing, ExistingFile existing, Duration partialAge) {
    static final Settings NEW =
        new Settings(Optional.empty(), true, ExistingFile.KEEP, Duration.ofDays(30));

    Settings {
      SettingsStore.requirePartialAge(partialAge);
    }

    Settings named(DeviceName other) {
      return new Settings(Optional.of(other), announcing, existing, partialAge);
    }
  }

  /** How they are written. */
  static final class Form implements JsonForm<Settings> {
    @Override
    public String name() {
      return "settings";
    }

    @Override
    public int maxBytes() {
      return 64 << 10;
    }

    @Override
    public void write(Settings settings, ObjectNode into) {
      settings.name().ifPresent(name -> into.put("deviceName", name.value()));
      into.put("announce", settings.announcing());
      into.put("existing", settings.existing().name());
      into.put("partialAge", settings.partialAge().toString());
    }

    @Override
    public Settings read(JsonFields from) {
      return new Settings(
          from.optionalText("deviceName").map(DeviceName::new),
          from.optionalFlag("announce").orElse(true),
          from.optionalText("existing").map(Form::policy).orElse(Settings.NEW.existing()),
          from.optionalText("partialAge").map(Duration::parse).orElse(Settings.NEW.partialAge()));
    }

    /** One that a later version has, and this one does not know, must not lose anything. */
    private static ExistingFile policy(String name) {
      return Stream.of(ExistingFile.values())
          .filter(policy -> policy.name().equals(name))
          .findFirst()
          .orElse(ExistingFile.KEEP);
    }
  }
}
