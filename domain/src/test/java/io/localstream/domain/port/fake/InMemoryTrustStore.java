package io.localstream.domain.port.fake;

import io.localstream.domain.port.TrustStore;
import io.localstream.domain.trust.PinnedDevice;
import java.util.List;

/** A {@link TrustStore} that lasts as long as the object. Safe for several threads. */
public final class InMemoryTrustStore implements TrustStore {
  private List<PinnedDevice> devices = List.of();

  @Override
  public synchronized List<PinnedDevice> all() {
    return devices;
  }

  @Override
  public synchronized List<PinnedDevice> change(Change change) {
    devices = List.copyOf(change.apply(devices));
    return devices;
  }
}
