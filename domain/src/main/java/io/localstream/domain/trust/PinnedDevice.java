package io.localstream.domain.trust;

import io.localstream.domain.calendar.CommonEra;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.device.PresentedDevice;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A device whose keys were accepted once and are expected ever since.
 *
 * @param device the keys and the MAC address as accepted, and the name that it had at first
 * @param pinnedAt when the keys were accepted
 * @param alias the name that this device's owner gave it; shown in the place of its own
 * @param newName what it calls itself now, if that is another name; it is not known by that before
 *     a person says so
 * @param successor the fingerprint of the key that a person accepts in the place of the pinned one
 * @param revoked whether a person withdrew the trust; a revoked device is refused, not asked about
 */
public record PinnedDevice(
    PresentedDevice device,
    Instant pinnedAt,
    Optional<DeviceName> alias,
    Optional<DeviceName> newName,
    Optional<Fingerprint> successor,
    boolean revoked) {
  public PinnedDevice {
    Objects.requireNonNull(device);
    CommonEra.require(pinnedAt);
    Objects.requireNonNull(alias);
    Objects.requireNonNull(newName);
    Objects.requireNonNull(successor);
  }

  /** A device that is trusted from that moment on. */
  public static PinnedDevice at(PresentedDevice device, Instant pinnedAt) {
    return new PinnedDevice(
        device, pinnedAt, Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /** The name under which it is known here. */
  public DeviceName name() {
    return alias.orElse(device.name());
  }

  /** The same device with its trust withdrawn. */
  public PinnedDevice revoke() {
    return new PinnedDevice(device, pinnedAt, alias, newName, Optional.empty(), true);
  }

  /** The same device under another name. */
  public PinnedDevice rename(DeviceName name) {
    return new PinnedDevice(
        device,
        pinnedAt,
        Optional.of(name),
        newName.filter(told -> !told.equals(name)),
        successor,
        revoked);
  }

  /** The same device, of which that key is accepted too, when it is shown. */
  public PinnedDevice accept(Fingerprint key) {
    return new PinnedDevice(device, pinnedAt, alias, newName, Optional.of(key), revoked);
  }

  /**
   * The same device with what it presents now; a key that was accepted is used up by that. It keeps
   * its name: a device that is known could take that of another.
   */
  public PinnedDevice replace(PresentedDevice presented) {
    boolean known = presented.name().equals(device.name()) || presented.name().equals(name());
    return new PinnedDevice(
        presented.named(device.name()),
        pinnedAt,
        alias,
        known ? Optional.empty() : Optional.of(presented.name()),
        successor.filter(key -> !key.equals(presented.fingerprint())),
        revoked);
  }
}
