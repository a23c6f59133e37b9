package io.localstream.adapters.socket;

import io.localstream.domain.device.MacAddress;
import io.localstream.domain.network.LocalInterface;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The network interfaces of this machine, as the system tells them now. Stateless. */
final class SystemInterfaces {
  /** Addresses that are given to no one (RFC 5737; RFC 3849): the default route leads there. */
  private static final List<String> ELSEWHERE = List.of("192.0.2.1", "2001:db8::1");

  /** Any port but 0 will do: nothing is sent. */
  private static final int DISCARD_PORT = 9;

  private static final int MAC_BYTES = 6;

  private final VirtualInterfaces virtual = new VirtualInterfaces(Path.of("/sys/class/net"));

  List<LocalInterface> all() {
    Optional<String> defaultRoute = ELSEWHERE.stream().flatMap(this::interfaceTowards).findFirst();
    try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
      return interfaces
          .filter(SystemInterfaces::isUp)
          .map(each -> describe(each, defaultRoute))
          .filter(each -> !each.addresses().isEmpty())
          .sorted(
              Comparator.comparing(LocalInterface::loopback)
                  .thenComparing(each -> !each.defaultRoute())
                  .thenComparing(LocalInterface::virtual))
          .toList();
    } catch (SocketException e) {
      // A machine that does not tell has nothing to list.
      return List.of();
    }
  }

  /** Asks which way a packet would take. Connecting a UDP socket sends none. */
  private Stream<String> interfaceTowards(String elsewhere) {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral(elsewhere), DISCARD_PORT));
      NetworkInterface route = NetworkInterface.getByInetAddress(socket.getLocalAddress());
      return route == null || route.isLoopback() ? Stream.empty() : Stream.of(route.getName());
    } catch (IOException | UncheckedIOException e) {
      // There is no route at all.
      return Stream.empty();
    }
  }

  private static boolean isUp(NetworkInterface each) {
    try {
      return each.isUp();
    } catch (SocketException e) {
      // It vanished while it was looked at.
      return false;
    }
  }

  private LocalInterface describe(NetworkInterface each, Optional<String> defaultRoute) {
    boolean isDefault = defaultRoute.filter(each.getName()::equals).isPresent();
    return new LocalInterface(
        each.getName(),
        isLoopback(each),
        virtual.test(each, isDefault),
        isDefault,
        mac(each),
        each.inetAddresses().sorted(mostUsefulFirst()).map(AddressText::host).toList());
  }

  private static boolean isLoopback(NetworkInterface each) {
    return each.inetAddresses().anyMatch(InetAddress::isLoopbackAddress);
  }

  private static Comparator<InetAddress> mostUsefulFirst() {
    return Comparator.comparing((InetAddress address) -> address instanceof Inet6Address)
        .thenComparing(InetAddress::isLinkLocalAddress);
  }

  private static Optional<MacAddress> mac(NetworkInterface each) {
    try {
      byte[] octets = each.getHardwareAddress();
      return octets == null || octets.length != MAC_BYTES
          ? Optional.empty()
          : Optional.of(MacAddress.of(octets));
    } catch (SocketException e) {
      // It vanished while it was looked at.
      return Optional.empty();
    }
  }
}
