package io.localstream.adapters.cli;

import io.localstream.application.usecase.ChangeSettings;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.transfer.Destination.ExistingFile;
import java.time.Duration;

/** Settings in memory. */
final class ScriptedSettings implements ChangeSettings {
  private DeviceName name = new DeviceName("kitchen");
  private boolean announcing = true;
  private ExistingFile existing = ExistingFile.KEEP;
  private Duration age = Duration.ofDays(30);
  volatile boolean silenced;

  @Override
  public Result show() {
    return new Result(name, announcing, existing, age);
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
  public Result existing(ExistingFile policy) {
    existing = policy;
    return show();
  }

  @Override
  public Result partialAge(Duration longest) {
    age = longest;
    return show();
  }

  @Override
  public void silence() {
    silenced = true;
  }
}
