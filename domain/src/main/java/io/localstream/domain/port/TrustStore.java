package io.localstream.domain.port;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.trust.PinnedDevice;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the pinned devices. What one call has stored, every later call sees, from any thread and
 * any process of the same home; each change is atomic and on disk when the call returns. What is
 * given out is a copy.
 *
 * <p>Every method throws {@code STORE_DAMAGED} (what is kept can't be read; it is not overwritten)
 * or {@code STORE_UNAVAILABLE}. A record that can't be read hides none of the others: it is left
 * out of a list, and stays as it is. A change of that record itself is {@code STORE_DAMAGED}.
 */
public interface TrustStore {
  /** All pinned devices, revoked ones too, in the order in which they were first pinned. */
  List<PinnedDevice> all();

  /**
   * Changes what is pinned in one step: from when {@code change} is given all pinned devices until
   * what it returns is stored, no other thread and no other process of the same home changes
   * anything. What it throws is thrown, and nothing is changed. It is called once, on any thread,
   * and is short; it calls no store.
   *
   * @param change returns those that are to be pinned, in their order; each identifier once
   * @return what is pinned now
   */
  List<PinnedDevice> change(Change change);

  /** What becomes of all pinned devices. */
  @FunctionalInterface
  interface Change {
    List<PinnedDevice> apply(List<PinnedDevice> devices);
  }

  /** Adds the device, or replaces the one with the same identifier, keeping its place. */
  default void pin(PinnedDevice device) {
    change(devices -> with(devices, device));
  }

  /** Forgets a device; one that is not there stays away. */
  default void forget(DeviceId id) {
    change(devices -> without(devices, id));
  }

  /** The devices, and that one in the place of the one with the same identifier, or at the end. */
  static List<PinnedDevice> with(List<PinnedDevice> devices, PinnedDevice device) {
    List<PinnedDevice> changed = new ArrayList<>(devices);
    for (int i = 0; i < changed.size(); i++) {
      if (changed.get(i).device().id().equals(device.device().id())) {
        changed.set(i, device);
        return List.copyOf(changed);
      }
    }
    changed.add(device);
    return List.copyOf(changed);
  }

  /** The devices but for that one. */
  static List<PinnedDevice> without(List<PinnedDevice> devices, DeviceId id) {
    return devices.stream().filter(device -> !device.device().id().equals(id)).toList();
  }
}
