package io.localstream.application.service;

import io.localstream.application.usecase.GuardIdentity;
import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.port.SettingsStore;

/** Shows and changes this device's own identity. Thread-safe. */
public final class IdentityService implements GuardIdentity {
  private final IdentityVault vault;
  private final SettingsStore settings;

  public IdentityService(IdentityVault vault, SettingsStore settings) {
    this.vault = vault;
    this.settings = settings;
  }

  @Override
  public Result show() {
    return new Result(
        settings.deviceName(), vault.identity(), vault.protection(), vault.successions());
  }

  @Override
  public Result protect() {
    vault.protect();
    return show();
  }

  @Override
  public Result unprotect() {
    vault.unprotect();
    return show();
  }

  @Override
  public Result rotate() {
    vault.rotate();
    return show();
  }
}
