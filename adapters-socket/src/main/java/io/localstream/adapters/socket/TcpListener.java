package io.localstream.adapters.socket;

import io.localstream.domain.connection.Endpoint;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IncomingLink;
import io.localstream.domain.port.Listener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Optional;

/** A bound TCP port. Any thread may close it while another accepts. */
final class TcpListener implements Listener {
  private final ServerSocketChannel channel;
  private final ServerSocket socket;
  private final Endpoint endpoint;
  private final Watchdog watchdog;

  /** Takes over a bound channel. */
  TcpListener(ServerSocketChannel channel, Watchdog watchdog) {
    this.channel = channel;
    this.watchdog = watchdog;
    socket = channel.socket();
    endpoint = AddressText.endpoint((InetSocketAddress) socket.getLocalSocketAddress());
  }

  @Override
  public Endpoint endpoint() {
    return endpoint;
  }

  @Override
  public Optional<IncomingLink> accept(Duration timeout) {
    try {
      socket.setSoTimeout(Deadline.socketMillis(timeout));
      return Optional.of(new IncomingTcpLink(TcpLink.over(socket.accept().getChannel(), watchdog)));
    } catch (SocketTimeoutException e) {
      return Optional.empty();
    } catch (IOException e) {
      if (!channel.isOpen()) {
        throw new LocalStreamException(
            FailureCode.CLOSED, "nobody listens on " + endpoint + " any more", e);
      }
      throw new LocalStreamException(
          FailureCode.LINK_BROKEN,
          "a connection to " + endpoint + " could not be taken: are too many open?",
          e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // It is gone either way, and there is nothing that anyone could do about it.
      return;
    }
  }
}
