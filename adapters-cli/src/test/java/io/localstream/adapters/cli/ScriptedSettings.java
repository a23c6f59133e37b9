package io.localstream.adapters.cli;

import io.localstream.application.usecase.ChangeSettings;
import io.localstream.domain.device.DeviceName;

/** Settings in memory. */
final class ScriptedSettings implements ChangeSettings {
  private DeviceName name = new DeviceName("kitchen");
  private boolean announcing = true;
  volatile boolean silenced;

  @Override
  public Result show() {
    return new Result(name, announcing);
  }

  @Override
  public Result rename(DeviceName other) {
    name = other;
    return show();
  }

  @Override
  public Result announce(boolean yes) {
    announcing = yes;
    return show();
  }

  @Override
  public void silence() {
    silenced = true;
  }
}
