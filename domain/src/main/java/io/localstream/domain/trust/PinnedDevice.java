package io.localstream.domain.trust;

import io.localstream.domain.device.PresentedDevice;
import java.time.Instant;
import java.util.Objects;

/**
 * A device whose keys were accepted once and are expected ever since.
 *
 * @param device the keys, name and MAC address as accepted
 * @param pinnedAt when the keys were accepted
 * @param revoked whether a person withdrew the trust; a revoked device is refused, not asked about
 */
public record PinnedDevice(PresentedDevice device, Instant pinnedAt, boolean revoked) {
  public PinnedDevice {
    Objects.requireNonNull(device);
    Objects.requireNonNull(pinnedAt);
  }

  /** The same device with its trust withdrawn. */
  public PinnedDevice revoke() {
    return new PinnedDevice(device, pinnedAt, true);
  }
}
