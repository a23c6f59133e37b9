package io.localstream.adapters.socket;

import io.localstream.domain.network.HostAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An own address, over which announcements may be made: on each suitable interface one of IPv4, or
 * of IPv6 where there is no other, and whichever else somebody listens at.
 *
 * @param name the network interface's
 */
record SitePlace(String name, InetAddress address) {
  private static final String ALL_IPV4 = "0.0.0.0";
  private static final String ALL = "::";

  /**
   * All of this machine, as they are now.
   *
   * @param wanted addresses that have to be among them, where they are this machine's
   */
  static List<SitePlace> all(Collection<HostAddress> wanted) {
    return suitable().flatMap(each -> of(each, wanted)).toList();
  }

  /** The one that is chosen on that interface. */
  static Optional<SitePlace> on(String name) {
    return suitable()
        .filter(each -> each.getName().equals(name))
        .flatMap(each -> of(each, List.of()))
        .findFirst();
  }

  private static Stream<NetworkInterface> suitable() {
    try {
      return NetworkInterface.networkInterfaces().filter(SitePlace::isSuitable);
    } catch (SocketException e) {
      // A machine that does not tell has nothing to announce on.
      return Stream.empty();
    }
  }

  private static boolean isSuitable(NetworkInterface each) {
    try {
      return each.isUp()
          && each.supportsMulticast()
          && !each.isLoopback()
          && !each.isPointToPoint();
    } catch (SocketException e) {
      // It vanished while it was looked at.
      return false;
    }
  }

  private static Stream<SitePlace> of(NetworkInterface each, Collection<HostAddress> wanted) {
    List<InetAddress> addresses = each.inetAddresses().sorted(best()).toList();
    return addresses.stream()
        .filter(address ->
            address.equals(addresses.getFirst()) || wanted.contains(AddressText.host(address)))
        .map(address -> new SitePlace(each.getName(), address));
  }

  /** Of IPv6 the link's own: there is one everywhere, and JmDNS takes no other from one. */
  private static Comparator<InetAddress> best() {
    return Comparator.comparing((InetAddress address) -> address instanceof Inet6Address)
        .thenComparing(address -> address instanceof Inet6Address != address.isLinkLocalAddress());
  }

  /** Whether somebody who listens there is reached under this address. */
  boolean reaches(HostAddress listening) {
    return switch (listening.value()) {
      case ALL -> true;
      case ALL_IPV4 -> !(address instanceof Inet6Address);
      default -> AddressText.host(address).equals(listening);
    };
  }

  /** The same with a name, since JmDNS would ask the network's name servers for one. */
  InetAddress named() throws UnknownHostException {
    String label = "localstream";
    return address instanceof Inet6Address v6
        ? Inet6Address.getByAddress(label, v6.getAddress(), v6.getScopeId())
        : InetAddress.getByAddress(label, address.getAddress());
  }

  /** With the zone that an address needs which means something on this interface only. */
  HostAddress host(InetAddress heard) {
    HostAddress host = AddressText.host(heard);
    boolean needsZone =
        heard instanceof Inet6Address
            && heard.isLinkLocalAddress()
            && host.value().indexOf('%') < 0;
    return needsZone ? new HostAddress(host.value() + "%" + name) : host;
  }
}
