package io.localstream.adapters.persistence;

import io.localstream.domain.port.contract.SampleDevices;
import io.localstream.domain.trust.PinnedDevice;
import java.nio.file.Path;

/** A process that pins devices: the folder of the home, the first number, how many. */
final class PinDevices {
  private PinDevices() {}

  public static void main(String[] arguments) {
    JsonTrustStore store = new JsonTrustStore(TestHome.crowdedIn(Path.of(arguments[0])));
    int first = Integer.parseInt(arguments[1]);
    int end = first + Integer.parseInt(arguments[2]);
    for (int number = first; number < end; number++) {
      store.pin(PinnedDevice.at(SampleDevices.device(number), SampleDevices.NOW));
    }
  }
}
