package io.localstream.domain.port;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.trust.PinnedDevice;
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

  /** Adds the device, or replaces the one with the same identifier, keeping its place. */
  void pin(PinnedDevice device);

  /** Forgets a device; one that is not there stays away. */
  void forget(DeviceId id);
}
