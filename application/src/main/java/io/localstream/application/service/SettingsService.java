package io.localstream.application.service;

import io.localstream.application.usecase.ChangeSettings;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.port.SettingsStore;

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
    return new Result(store.deviceName(), store.isAnnouncing());
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
  public void silence() {
    announcements.silence();
  }
}
