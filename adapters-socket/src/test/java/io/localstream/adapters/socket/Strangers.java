package io.localstream.adapters.socket;

import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Link;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/** Those who connect without knowing the protocol. */
final class Strangers {
  private Strangers() {}

  static Link dial(Endpoint remote) {
    try {
      return TcpLink.accepted(connect(remote), new Watchdog());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SocketChannel connect(Endpoint remote) throws IOException {
    return SocketChannel.open(new InetSocketAddress(remote.host().value(), remote.port()));
  }
}
