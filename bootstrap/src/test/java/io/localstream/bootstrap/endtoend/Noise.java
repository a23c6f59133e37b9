package io.localstream.bootstrap.endtoend;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Clients that write random bytes to a port, and dial again when they are sent away. */
final class Noise implements AutoCloseable {
  /** What a control channel and a lane begin with, so that some get a little further. */
  private static final byte[][] BEGINNINGS = {{}, {0x16}, {0x16, 3, 1, 0, 100, 1}, {'L', 1}, {'L'}};

  /** So that the noise does not take the whole machine from those whom it is to disturb. */
  private static final long PAUSE_NANOS = 2_000_000;

  private final int port;
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicLong connections = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final List<Thread> clients = new ArrayList<>();

  Noise(int port, int clients) {
    this.port = port;
    for (int i = 0; i < clients; i++) {
      int seed = i;
      this.clients.add(Thread.ofPlatform().start(() -> shout(new SplittableRandom(seed))));
    }
  }

  private void shout(SplittableRandom random) {
    byte[] piece = new byte[1024];
    while (!over.get()) {
      try (Socket socket = new Socket("127.0.0.1", port)) {
        connections.incrementAndGet();
        byte[] beginning = BEGINNINGS[random.nextInt(BEGINNINGS.length)];
        socket.getOutputStream().write(beginning);
        bytes.addAndGet(beginning.length);
        while (!over.get()) {
          random.nextBytes(piece);
          socket.getOutputStream().write(piece);
          bytes.addAndGet(piece.length);
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      } catch (IOException e) {
        // Sent away, as it should be: once more.
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  long connections() {
    return connections.get();
  }

  long bytes() {
    return bytes.get();
  }

  @Override
  public void close() {
    over.set(true);
    for (Thread client : clients) {
      try {
        client.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
