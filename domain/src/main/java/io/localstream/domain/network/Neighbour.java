package io.localstream.domain.network;

import io.localstream.domain.device.MacAddress;
import java.util.Objects;
import java.util.Optional;

/** Another host of the local network that the system has lately heard of (its ARP or NDP table). */
public record Neighbour(HostAddress address, Optional<MacAddress> mac, String interfaceName) {
  public Neighbour {
    Objects.requireNonNull(address);
    Objects.requireNonNull(mac);
    Objects.requireNonNull(interfaceName);
  }
}
