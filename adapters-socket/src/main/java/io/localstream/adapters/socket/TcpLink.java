package io.localstream.adapters.socket;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Link;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A TCP connection. For one reading and one writing thread; any thread may close. */
final class TcpLink implements Link {
  private final SocketChannel channel;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final Endpoint local;
  private final Endpoint remote;
  private final Watchdog.Watch watch;
  private final @Nullable Duration roundTrip;
  private volatile boolean closedHere;

  private TcpLink(SocketChannel channel, Watchdog watchdog, @Nullable Duration roundTrip)
      throws IOException {
    this.channel = channel;
    this.roundTrip = roundTrip;
    socket = channel.socket();
    in = socket.getInputStream();
    out = socket.getOutputStream();
    local = AddressText.endpoint((InetSocketAddress) socket.getLocalSocketAddress());
    remote = AddressText.endpoint((InetSocketAddress) socket.getRemoteSocketAddress());
    watch = watchdog.watch(this::abort);
  }

  /** Takes over a channel that was accepted; closes it when that fails. */
  static TcpLink accepted(SocketChannel channel, Watchdog watchdog) throws IOException {
    return over(channel, watchdog, null);
  }

  /**
   * Takes over a channel that was connected from here; closes it when that fails.
   *
   * @param roundTrip how long connecting took
   */
  static TcpLink dialled(SocketChannel channel, Watchdog watchdog, Duration roundTrip)
      throws IOException {
    return over(channel, watchdog, roundTrip);
  }

  private static TcpLink over(
      SocketChannel channel, Watchdog watchdog, @Nullable Duration roundTrip) throws IOException {
    try {
      // Messages are written whole, and must not wait for the peer's delayed acknowledgement.
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
      return new TcpLink(channel, watchdog, roundTrip);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public Endpoint local() {
    return local;
  }

  @Override
  public Endpoint remote() {
    return remote;
  }

  @Override
  public Optional<Duration> roundTrip() {
    return Optional.ofNullable(roundTrip);
  }

  @Override
  public int read(ByteBuffer destination, Duration timeout) {
    if (!destination.hasRemaining()) {
      throw new IllegalArgumentException("there is no room to read into");
    }
    try {
      socket.setSoTimeout(Deadline.socketMillis(timeout));
      int offset = destination.arrayOffset() + destination.position();
      int read = in.read(destination.array(), offset, destination.remaining());
      destination.position(destination.position() + Math.max(0, read));
      return read;
    } catch (SocketTimeoutException e) {
      throw new LocalStreamException(
          FailureCode.TIMED_OUT, remote + " has sent nothing for too long", e);
    } catch (IOException e) {
      throw broken(e);
    }
  }

  @Override
  public void write(ByteBuffer source, Duration timeout) {
    watch.begin(timeout);
    boolean inTime;
    try {
      int offset = source.arrayOffset() + source.position();
      out.write(source.array(), offset, source.remaining());
      source.position(source.limit());
      inTime = watch.end();
    } catch (IOException e) {
      throw watch.end() || closedHere ? broken(e) : writeTimedOut(e);
    }
    if (!inTime) {
      throw writeTimedOut(null);
    }
  }

  private LocalStreamException writeTimedOut(@Nullable IOException cause) {
    return new LocalStreamException(
        FailureCode.TIMED_OUT,
        remote + " takes nothing more: the connection is given up, try again",
        cause);
  }

  private LocalStreamException broken(IOException cause) {
    // An interrupt closes the channel under whoever reads or writes.
    if (closedHere || Thread.currentThread().isInterrupted()) {
      return new LocalStreamException(
          FailureCode.CLOSED, "the connection to " + remote + " was closed here", cause);
    }
    return new LocalStreamException(
        FailureCode.LINK_BROKEN,
        "the connection to " + remote + " is broken: check the network and the other device",
        cause);
  }

  /** Breaks the connection, so that the other side does not take what it has for all. */
  private void abort() {
    try {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException e) {
      // Closed meanwhile: nothing is left to be aborted.
      return;
    } finally {
      closeChannel();
    }
  }

  @Override
  public void close() {
    closedHere = true;
    closeChannel();
  }

  /** Whether this side has closed it. */
  boolean isClosed() {
    return closedHere;
  }

  private void closeChannel() {
    watch.forget();
    try {
      channel.close();
    } catch (IOException e) {
      // It is gone either way, and there is nothing that anyone could do about it.
      return;
    }
  }
}
