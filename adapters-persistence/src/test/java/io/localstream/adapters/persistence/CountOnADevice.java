package io.localstream.adapters.persistence;

import io.localstream.domain.port.contract.SampleDevices;
import io.localstream.domain.trust.PinnedDevice;
import java.nio.file.Path;
import java.util.List;

/** A process that reads a pinned device, decides and writes: the folder of the home, how often. */
final class CountOnADevice {
  private CountOnADevice() {}

  public static void main(String[] arguments) {
    JsonTrustStore store = new JsonTrustStore(TestHome.crowdedIn(Path.of(arguments[0])));
    for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
      store.change(CountOnADevice::oneMore);
    }
  }

  private static List<PinnedDevice> oneMore(List<PinnedDevice> devices) {
    PinnedDevice former = devices.getFirst();
    return List.of(PinnedDevice.at(SampleDevices.device(1), former.pinnedAt().plusSeconds(1)));
  }
}
