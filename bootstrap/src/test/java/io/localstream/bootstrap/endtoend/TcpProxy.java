package io.localstream.bootstrap.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Stands between two devices: relays their connections and may alter them. */
final class TcpProxy implements AutoCloseable {
  private static final int PIECE_BYTES = 16 << 10;

  private final ServerSocket server;
  private final InetSocketAddress listener;
  private final Tampering tampering;
  private final AtomicInteger connections = new AtomicInteger();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicLong passed = new AtomicLong();

  /** Whither bytes go. */
  enum Direction {
    TO_LISTENER,
    TO_DIALLER
  }

  /**
   * One direction of one connection.
   *
   * @param connection counted from 0; the first one is the control channel, the next one the lane
   */
  record Stream(int connection, Direction direction) implements Comparable<Stream> {
    @Override
    public int compareTo(Stream other) {
      return connection == other.connection
          ? direction.compareTo(other.direction)
          : Integer.compare(connection, other.connection);
    }
  }

  /**
   * Accepts connections at once.
   *
   * @param listenerPort where the listening device is, on loopback
   * @param tampering decides what is passed on
   */
  TcpProxy(int listenerPort, Tampering tampering) {
    this.listener = new InetSocketAddress("127.0.0.1", listenerPort);
    this.tampering = tampering;
    try {
      server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** How many bytes have come in so far. */
  long passed() {
    return passed.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket dialler = server.accept();
        int connection = connections.getAndIncrement();
        Thread.ofVirtual().start(() -> relay(connection, dialler));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void relay(int connection, Socket dialler) {
    Socket onward = new Socket();
    sockets.add(dialler);
    sockets.add(onward);
    try {
      onward.connect(listener);
    } catch (IOException e) {
      hangUp(dialler, onward);
      return;
    }
    Stream there = new Stream(connection, Direction.TO_LISTENER);
    Stream back = new Stream(connection, Direction.TO_DIALLER);
    Thread.ofVirtual().start(() -> pump(there, dialler, onward));
    Thread.ofVirtual().start(() -> pump(back, onward, dialler));
  }

  private void pump(Stream stream, Socket from, Socket to) {
    long offset = 0;
    try {
      InputStream in = from.getInputStream();
      byte[] buffer = new byte[PIECE_BYTES];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        Tampering.Result result = tampering.apply(stream, offset, Arrays.copyOf(buffer, n));
        offset += n;
        passed.addAndGet(n);
        write(result.bytes(), to, tampering.pauseNanos(stream));
        if (result.cut()) {
          hangUp(from, to);
          return;
        }
      }
      to.shutdownOutput();
    } catch (IOException e) {
      hangUp(from, to);
    }
  }

  private static void write(byte[] bytes, Socket to, long pauseNanos) throws IOException {
    if (pauseNanos == 0) {
      to.getOutputStream().write(bytes);
      return;
    }
    for (byte each : bytes) {
      LockSupport.parkNanos(pauseNanos);
      to.getOutputStream().write(each);
    }
  }

  private static void hangUp(Socket one, Socket other) {
    for (Socket socket : List.of(one, other)) {
      try {
        socket.close();
      } catch (IOException e) {
        // It is of no use any more.
      }
    }
  }

  /** Breaks every connection that there is; others may come. */
  void sever() {
    sockets.forEach(socket -> hangUp(socket, socket));
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
