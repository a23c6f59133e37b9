package io.localstream.adapters.cli;

import io.localstream.application.usecase.RunningDevice;
import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.EventObserver;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Makes devices; the bootstrap knows of what. */
@FunctionalInterface
public interface DeviceFactory {
  /**
   * Opens the device that lives in a folder, which is made where it is missing. Cheap: keys are
   * made or read when they are needed first.
   *
   * @param home the folder of identity, trust, sessions and settings
   * @param prompt asks the person
   * @param observer is told what happens
   * @param warnings takes lines that a person should see, for example that permissions were mended
   * @throws io.localstream.domain.failure.LocalStreamException {@code HOME_INSECURE} or {@code
   *     STORE_UNAVAILABLE}
   */
  RunningDevice open(
      Path home, ApprovalPrompt prompt, EventObserver observer, Consumer<String> warnings);
}
