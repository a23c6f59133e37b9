package io.localstream.adapters.cli;

import io.localstream.application.usecase.RunningDevice;
import java.nio.file.Path;

/** Makes devices; the bootstrap knows of what. */
@FunctionalInterface
public interface DeviceFactory {
  /**
   * Opens the device that lives in a folder, which is made where it is missing. Cheap: keys are
   * made or read when they are needed first.
   *
   * @param home the folder of identity, trust, sessions and settings
   * @param contacts how the device reaches the person
   * @throws io.localstream.domain.failure.LocalStreamException {@code HOME_INSECURE} or {@code
   *     STORE_UNAVAILABLE}
   */
  RunningDevice open(Path home, Contacts contacts);
}
