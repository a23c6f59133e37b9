package io.localstream.domain.network;

import io.localstream.domain.device.MacAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A network interface of this machine that is up.
 *
 * @param name the system's name, for example {@code eth0}
 * @param virtual whether it leads elsewhere than to the local network: a bridge of containers or
 *     virtual machines, or a tunnel
 * @param defaultRoute whether the default route leaves through it
 * @param addresses numeric addresses, IPv4 before IPv6
 */
public record LocalInterface(
    String name,
    boolean loopback,
    boolean virtual,
    boolean defaultRoute,
    Optional<MacAddress> mac,
    List<HostAddress> addresses) {
  public LocalInterface {
    Objects.requireNonNull(name);
    Objects.requireNonNull(mac);
    addresses = List.copyOf(addresses);
  }

  /** One that is not virtual. */
  public LocalInterface(
      String name,
      boolean loopback,
      boolean defaultRoute,
      Optional<MacAddress> mac,
      List<HostAddress> addresses) {
    this(name, loopback, false, defaultRoute, mac, addresses);
  }
}
