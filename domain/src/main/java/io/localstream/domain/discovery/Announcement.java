package io.localstream.domain.discovery;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.pairing.PairingCode;
import java.util.Objects;
import java.util.Optional;

/**
 * What a device says of itself to everybody on the local network. Of somebody else's it is a claim
 * and no more.
 *
 * @param id the device's identifier
 * @param name its name for people
 * @param endpoint where it listens: one's own announcement may name a wildcard address, which
 *     stands for all addresses; another's has an address at which it was heard of
 * @param code the number of the pairing code that is open there, 1 to 99; never its words
 */
public record Announcement(
    DeviceId id, DeviceName name, Endpoint endpoint, Optional<Integer> code) {
  public Announcement {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    Objects.requireNonNull(endpoint);
    if (code.isPresent() && (code.get() < 1 || code.get() > PairingCode.MAX_NUMBER)) {
      throw new IllegalArgumentException("a code's number is from 1 to 99");
    }
  }

  /** The same, with another code's number or none. */
  public Announcement withCode(Optional<Integer> number) {
    return new Announcement(id, name, endpoint, number);
  }
}
