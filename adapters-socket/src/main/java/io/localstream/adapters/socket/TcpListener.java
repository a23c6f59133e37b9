package io.localstream.adapters.socket;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.IncomingLink;
import io.localstream.domain.port.Listener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
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
    SocketChannel accepted;
    try {
      socket.setSoTimeout(Deadline.socketMillis(timeout));
      accepted = socket.accept().getChannel();
    } catch (SocketTimeoutException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw translate(e);
    }
    try {
      return Optional.of(new IncomingTcpLink(TcpLink.accepted(accepted, watchdog)));
    } catch (IOException e) {
      // It broke as it arrived, which is the same as if it had not.
      return Optional.empty();
    }
  }

  private LocalStreamException translate(IOException failure) {
    if (!channel.isOpen()) {
      return new LocalStreamException(
          FailureCode.CLOSED, "nobody listens on " + endpoint + " any more", failure);
    }
    return new LocalStreamException(
        FailureCode.LINK_BROKEN,
        "a connection to " + endpoint + " could not be taken: are too many open?",
        failure);
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
