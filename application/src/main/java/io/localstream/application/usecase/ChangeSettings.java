package io.localstream.application.usecase;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.transfer.Destination.ExistingFile;
import java.time.Duration;
import java.util.Objects;

/** Shows and changes what a person can set. */
public interface ChangeSettings {
  Result show();

  /** Sets the name under which this device presents itself from the next session on. */
  Result rename(DeviceName name);

  /** Sets whether open connections are announced; at once, and for later. */
  Result announce(boolean yes);

  /** Sets what happens to what exists already, where nothing is said with a command. */
  Result existing(ExistingFile policy);

  /** Sets from which age on what is left of a transfer is old. */
  Result partialAge(Duration age);

  /** Keeps this process from announcing anything, whatever is set. */
  void silence();

  /** What is set. */
  record Result(DeviceName name, boolean announcing, ExistingFile existing, Duration partialAge) {
    public Result {
      Objects.requireNonNull(name);
      Objects.requireNonNull(existing);
      Objects.requireNonNull(partialAge);
    }
  }
}
