package io.localstream.domain.trust;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.time.CommonEra;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A device whose keys were accepted once and are expected ever since.
 *
 * @param device the keys, name and MAC address as accepted
 * @param pinnedAt when the keys were accepted
 * @param alias the name that this device's owner gave it; shown in the place of its own
 * @param successor the fingerprint of the key that a person accepts in the place of the pinned one
 * @param revoked whether a person withdrew the trust; a revoked device is refused, not asked about
 */
public record PinnedDevice(
    PresentedDevice device,
    Instant pinnedAt,
    Optional<DeviceName> alias,
    Optional<Fingerprint> successor,
    boolean revoked) {
  public PinnedDevice {
    Objects.requireNonNull(device);
    CommonEra.require(pinnedAt);
    Objects.requireNonNull(alias);
    Objects.requireNonNull(successor);
  }

  /** A device that is trusted from that moment on. */
  public static PinnedDevice at(PresentedDevice device, Instant pinnedAt) {
    return new PinnedDevice(device, pinnedAt, Optional.empty(), Optional.empty(), false);
  }

  /** The name under which it is known here. */
  public DeviceName name() {
    return alias.orElse(device.name());
  }

  /** The same device with its trust withdrawn. */
  public PinnedDevice revoke() {
    return new PinnedDevice(device, pinnedAt, alias, Optional.empty(), true);
  }

  /** The same device under another name. */
  public PinnedDevice rename(DeviceName name) {
    return new PinnedDevice(device, pinnedAt, Optional.of(name), successor, revoked);
  }

  /** The same device, of which that key is accepted too, when it is shown. */
  public PinnedDevice accept(Fingerprint key) {
    return new PinnedDevice(device, pinnedAt, alias, Optional.of(key), revoked);
  }

  /** The same device with what it presents now; a key that was accepted is used up by that. */
  public PinnedDevice replace(PresentedDevice presented) {
    return new PinnedDevice(
        presented,
        pinnedAt,
        alias,
        successor.filter(key -> !key.equals(presented.fingerprint())),
        revoked);
  }
}
