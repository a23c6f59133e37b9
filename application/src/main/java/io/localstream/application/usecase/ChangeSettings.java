package io.localstream.application.usecase;

import io.localstream.domain.device.DeviceName;
import java.util.Objects;

/** Shows and changes what a person can set. */
public interface ChangeSettings {
  Result show();

  /** Sets the name under which this device presents itself from the next session on. */
  Result rename(DeviceName name);

  /** Sets whether open connections are announced; at once, and for later. */
  Result announce(boolean yes);

  /** Keeps this process from announcing anything, whatever is set. */
  void silence();

  /** What is set. */
  record Result(DeviceName name, boolean announcing) {
    public Result {
      Objects.requireNonNull(name);
    }
  }
}
