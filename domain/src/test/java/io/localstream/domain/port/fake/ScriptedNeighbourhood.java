package io.localstream.domain.port.fake;

import io.localstream.domain.device.MacAddress;
import io.localstream.domain.network.Firewall;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.network.Neighbour;
import io.localstream.domain.port.Neighbourhood;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells of the network what a test has set; at first one network interface with the address {@code
 * 192.168.1.7}, a loopback interface and nobody else. Safe for several threads.
 */
public final class ScriptedNeighbourhood implements Neighbourhood {
  private volatile List<LocalInterface> interfaces =
      List.of(
          new LocalInterface(
              "eth0",
              false,
              true,
              Optional.of(new MacAddress("02:00:00:00:00:07")),
              addresses("192.168.1.7", "fe80::7%eth0")),
          new LocalInterface("lo", true, false, Optional.empty(), addresses("127.0.0.1", "::1")));

  private volatile List<Neighbour> neighbours = List.of();
  private volatile List<Firewall> firewalls = List.of();

  /** Sets the interfaces, in the order that the port asks for. */
  public void interfaces(LocalInterface... all) {
    interfaces = List.of(all);
  }

  /** Sets the neighbours. */
  public void neighbours(Neighbour... all) {
    neighbours = List.of(all);
  }

  /** Sets the packet filters; there are none at first. */
  public void firewalls(Firewall... all) {
    firewalls = List.of(all);
  }

  @Override
  public List<Firewall> firewalls() {
    return firewalls;
  }

  @Override
  public List<LocalInterface> interfaces() {
    return interfaces;
  }

  @Override
  public List<Neighbour> neighbours() {
    return neighbours;
  }

  private static List<HostAddress> addresses(String... all) {
    return Stream.of(all).map(HostAddress::new).toList();
  }
}
