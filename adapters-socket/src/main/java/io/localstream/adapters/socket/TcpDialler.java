package io.localstream.adapters.socket;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Greeting;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Opens TCP connections: tries the addresses of a name in turn until one answers. */
final class TcpDialler {
  private final Watchdog watchdog;

  TcpDialler(Watchdog watchdog) {
    this.watchdog = watchdog;
  }

  TcpLink dial(Endpoint remote, Greeting greeting, Deadline deadline) {
    List<InetAddress> addresses = NameLookup.resolve(remote.host(), deadline);
    for (int i = 0; i < addresses.size() - 1; i++) {
      // An address that does not answer leaves the others their part of the time.
      Duration share = deadline.remaining().dividedBy(addresses.size() - i);
      try {
        return open(addresses.get(i), remote, greeting, Deadline.in(share));
      } catch (LocalStreamException e) {
        if (Thread.currentThread().isInterrupted()) {
          throw e;
        }
      }
    }
    return open(addresses.getLast(), remote, greeting, deadline);
  }

  private TcpLink open(InetAddress address, Endpoint asked, Greeting greeting, Deadline deadline) {
    InetSocketAddress target = new InetSocketAddress(address, asked.port());
    TcpLink link;
    try {
      link = connect(target, deadline);
    } catch (IOException e) {
      throw needsZone(address) ? withoutZone(asked, e) : translate(e, describe(asked, address));
    }
    try {
      link.write(GreetingForm.encode(greeting), deadline.remaining());
      return link;
    } catch (LocalStreamException e) {
      link.close();
      throw e.code() == FailureCode.LINK_BROKEN
          ? unreachable(describe(asked, address) + " hung up at once: try again", e)
          : e;
    }
  }

  private TcpLink connect(InetSocketAddress target, Deadline deadline) throws IOException {
    SocketChannel channel =
        SocketChannel.open(
            target.getAddress() instanceof Inet6Address
                ? StandardProtocolFamily.INET6
                : StandardProtocolFamily.INET);
    try {
      long begun = System.nanoTime();
      channel.socket().connect(target, Deadline.socketMillis(deadline.remaining()));
      Duration roundTrip = Duration.ofNanos(System.nanoTime() - begun);
      // On one machine a connection may be given the very port that it dials, and meet itself.
      if (channel.getLocalAddress().equals(channel.getRemoteAddress())) {
        throw new ConnectException("refused: it would be a connection to itself");
      }
      return TcpLink.dialled(channel, watchdog, roundTrip);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static LocalStreamException translate(IOException failure, String where) {
    if (Thread.currentThread().isInterrupted()) {
      return new LocalStreamException(
          FailureCode.CANCELLED, "the connection to " + where + " was cancelled", failure);
    }
    if (failure instanceof SocketTimeoutException) {
      return new LocalStreamException(
          FailureCode.TIMED_OUT,
          where + " does not answer: check the address, and that no firewall is in between",
          failure);
    }
    String reason = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    if (reason.contains("refused")) {
      return unreachable(
          "nothing listens on " + where + ": check the port, and that add_connection runs there",
          failure);
    }
    return unreachable(
        "there is no way to " + where + ": check the address, and that both are in one network",
        failure);
  }

  /** Whether nothing says on which link that is (RFC 4007, section 6). */
  private static boolean needsZone(InetAddress address) {
    return address instanceof Inet6Address v6
        && v6.isLinkLocalAddress()
        && v6.getScopeId() == 0
        && v6.getScopedInterface() == null;
  }

  private static LocalStreamException withoutZone(Endpoint asked, IOException failure) {
    return unreachable(
        "there is one "
            + asked.host()
            + " on each network of this machine: write "
            + asked.host()
            + "%INTERFACE, with an interface that possible_connections lists",
        failure);
  }

  private static LocalStreamException unreachable(String message, Throwable cause) {
    return new LocalStreamException(FailureCode.UNREACHABLE, message, cause);
  }

  private static String describe(Endpoint asked, InetAddress address) {
    boolean numeric = AddressText.host(address).equals(asked.host());
    return numeric ? asked.toString() : asked + " (" + AddressText.host(address) + ")";
  }
}
