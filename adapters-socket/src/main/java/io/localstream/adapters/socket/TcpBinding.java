package io.localstream.adapters.socket;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Binds exactly the address that was asked for. */
final class TcpBinding {
  /** Connections that wait to be accepted; the system drops those beyond. */
  private static final int BACKLOG = 128;

  private static final int LAST_PRIVILEGED_PORT = 1_023;

  private TcpBinding() {}

  /**
   * @param addresses what {@code asked} stands for; the first that this machine has is bound
   */
  static ServerSocketChannel bind(Endpoint asked, List<InetAddress> addresses) {
    InetAddress own =
        addresses.stream()
            .filter(address -> isOwn(address, asked.host()))
            .findFirst()
            .orElseThrow(() -> notLocal(asked.host(), null));
    try {
      return bind(new InetSocketAddress(own, asked.port()));
    } catch (BindException e) {
      throw translate(asked, e);
    } catch (IOException e) {
      throw notLocal(asked.host(), e);
    }
  }

  private static ServerSocketChannel bind(InetSocketAddress address) throws IOException {
    // A socket of no chosen family would take IPv6 too where 0.0.0.0 was asked for.
    ServerSocketChannel channel =
        ServerSocketChannel.open(
            address.getAddress() instanceof Inet6Address
                ? StandardProtocolFamily.INET6
                : StandardProtocolFamily.INET);
    try {
      // Connections of an earlier run that the system still remembers must not keep the port.
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      return channel.bind(address, BACKLOG);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean isOwn(InetAddress address, HostAddress asked) {
    if (address.isAnyLocalAddress()) {
      // Only said outright: a name must not open this machine to every network.
      return AddressText.host(address).equals(asked);
    }
    try {
      return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      // The system does not tell; the attempt to bind will.
      return true;
    }
  }

  /** What the system's refusal means; only its text tells the cases apart. */
  static LocalStreamException translate(Endpoint asked, BindException failure) {
    String reason = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    if (reason.contains("assign")) {
      return notLocal(asked.host(), failure);
    }
    boolean privileged = asked.port() > 0 && asked.port() <= LAST_PRIVILEGED_PORT;
    if (reason.contains("denied") || (privileged && !reason.contains("in use"))) {
      return new LocalStreamException(
          FailureCode.PORT_FORBIDDEN,
          "this system lets only its administrator listen on port "
              + asked.port()
              + ": choose one from 1024 on",
          failure);
    }
    return new LocalStreamException(
        FailureCode.ADDRESS_IN_USE,
        asked + " is in use: choose another port, or close the program that listens there",
        failure);
  }

  private static LocalStreamException notLocal(HostAddress asked, @Nullable IOException cause) {
    return new LocalStreamException(
        FailureCode.ADDRESS_NOT_LOCAL,
        asked + " is not an address of this machine, which has " + ownAddresses(),
        cause);
  }

  private static String ownAddresses() {
    return new SystemInterfaces()
        .all().stream()
            .flatMap(each -> each.addresses().stream())
            .map(HostAddress::value)
            .collect(Collectors.joining(", "));
  }
}
