package io.localstream.bootstrap.endtoend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports to listen on, each given once by this JVM, from a range of its own. They are below those
 * that systems choose from for outgoing connections: a port of those may be taken by anybody
 * between when it was found to be free and when it is listened on.
 */
final class FreePorts {
  private static final int FIRST = 20_000;

  /** For each of the JVMs that run tests at the same time. */
  private static final int PORTS = 4_000;

  private static final int FORK = (Integer.getInteger("surefire.forkNumber", 1) - 1) % 3;

  /** Begins somewhere else each time, since another build may run on this machine. */
  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (ProcessHandle.current().pid() * 61 % PORTS));

  private FreePorts() {}

  static int next() {
    for (int tried = 0; tried < PORTS; tried++) {
      int port = FIRST + FORK * PORTS + Math.floorMod(NEXT.getAndIncrement(), PORTS);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no port is free from " + FIRST + " on");
  }

  private static boolean isFree(int port) {
    try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
