package io.localstream.application.service;

import io.localstream.application.usecase.ChangeSettings;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.port.SettingsStore;
import io.localstream.domain.transfer.Destination.ExistingFile;
import java.time.Duration;

/** Shows and changes what a person can set. Thread-safe. */
public final class SettingsService implements ChangeSettings {
  private final SettingsStore store;
  private final Announcements announcements;

  public SettingsService(SettingsStore store, Announcements announcements) {
    this.store = store;
    this.announcements = announcements;
  }

  @Override
  public Result show() {
    return new Result(
        store.deviceName(), store.isAnnouncing(), store.existing(), store.partialAge());
  }

  @Override
  public Result rename(DeviceName name) {
    store.rename(name);
    announcements.refresh();
    return show();
  }

  @Override
  public Result announce(boolean yes) {
    store.announce(yes);
    announcements.refresh();
    return show();
  }

  @Override
  public Result existing(ExistingFile policy) {
    store.existing(policy);
    return show();
  }

  @Override
  public Result partialAge(Duration age) {
    store.partialAge(age);
    return show();
  }

  @Override
  public void silence() {
    announcements.silence();
  }
}
