package io.localstream.domain.port.fake;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.port.TrustStore;
import io.localstream.domain.trust.PinnedDevice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A {@link TrustStore} that lasts as long as the object. Safe for several threads. */
public final class InMemoryTrustStore implements TrustStore {
  private final Map<DeviceId, PinnedDevice> devices = new LinkedHashMap<>();

  @Override
  public synchronized List<PinnedDevice> all() {
    return List.copyOf(devices.values());
  }

  @Override
  public synchronized void pin(PinnedDevice device) {
    devices.put(device.device().id(), device);
  }

  @Override
  public synchronized void forget(DeviceId id) {
    devices.remove(id);
  }
}
