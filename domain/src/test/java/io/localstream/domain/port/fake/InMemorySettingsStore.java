package io.localstream.domain.port.fake;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.port.SettingsStore;
import io.localstream.domain.transfer.Destination.ExistingFile;
import java.time.Duration;

/** A {@link SettingsStore} that lasts as long as the object. Safe for several threads. */
public final class InMemorySettingsStore implements SettingsStore {
  private DeviceName name;
  private boolean announcing = true;
  private ExistingFile existing = ExistingFile.KEEP;
  private Duration partialAge = Duration.ofDays(30);

  /** A store that has chosen {@code test device} as the name. */
  public InMemorySettingsStore() {
    this("test device");
  }

  /** A store that has chosen that name. */
  public InMemorySettingsStore(String name) {
    this.name = new DeviceName(name);
  }

  @Override
  public synchronized DeviceName deviceName() {
    return name;
  }

  @Override
  public synchronized void rename(DeviceName name) {
    this.name = name;
  }

  @Override
  public synchronized boolean isAnnouncing() {
    return announcing;
  }

  @Override
  public synchronized void announce(boolean yes) {
    announcing = yes;
  }

  @Override
  public synchronized ExistingFile existing() {
    return existing;
  }

  @Override
  public synchronized void existing(ExistingFile policy) {
    existing = policy;
  }

  @Override
  public synchronized Duration partialAge() {
    return partialAge;
  }

  @Override
  public synchronized void partialAge(Duration age) {
    SettingsStore.requirePartialAge(age);
    partialAge = age;
  }
}
