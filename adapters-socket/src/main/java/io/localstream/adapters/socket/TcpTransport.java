package io.localstream.adapters.socket;

import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.Listener;
import io.localstream.domain.port.Transport;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/**
 * Links over TCP (RFC 9293), IPv4 and IPv6. A call whose thread is interrupted closes the link that
 * it was using. Safe for use by several threads.
 */
public final class TcpTransport implements Transport {
  /** Longest wait for a name's addresses when listening. */
  private static final Duration LOOKUP_TIMEOUT = Duration.ofSeconds(10);

  private final Watchdog watchdog = new Watchdog();
  private final TcpDialler dialler = new TcpDialler(watchdog);

  @Override
  public Listener listen(Endpoint endpoint) {
    List<InetAddress> addresses = NameLookup.resolve(endpoint.host(), Deadline.in(LOOKUP_TIMEOUT));
    return new TcpListener(TcpBinding.bind(endpoint, addresses), watchdog);
  }

  @Override
  public Link dial(Endpoint remote, Greeting greeting, Duration timeout) {
    return dialler.dial(remote, greeting, Deadline.in(timeout));
  }
}
