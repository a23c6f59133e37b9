package io.localstream.bootstrap.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A network namespace: a machine, as far as the network can tell. */
public final class Namespace implements AutoCloseable {
  private static final AtomicInteger MADE = new AtomicInteger();

  private final String name;

  private Namespace(String name) {
    this.name = name;
  }

  /** Whether namespaces can be made here; says so where not. */
  public static boolean arePossible(String test) {
    String name = unique("lst");
    if (!isDone("ip", "netns", "add", name)) {
      System.err.println(
          test + " is SKIPPED: it needs root and the command ip (iproute2) with namespaces");
      return false;
    }
    return isDone("ip", "netns", "del", name);
  }

  /** Whether they are possible, and what leaves one can be slowed down; says so where not. */
  static boolean canBeSlow(String test) {
    if (!arePossible(test)) {
      return false;
    }
    try (Namespace namespace = create("lst")) {
      List<String> command = new ArrayList<>(List.of(namespace.entry()));
      command.addAll(
          List.of("tc qdisc add dev lo root tbf latency 50ms burst 32kb rate 10mbit".split(" ")));
      boolean slow = isDone(command.toArray(String[]::new));
      if (!slow) {
        System.err.println(test + " is SKIPPED: it needs the command tc with the kernel's tbf");
      }
      return slow;
    }
  }

  /** Makes one, with its loopback interface up. */
  public static Namespace create(String prefix) {
    Namespace namespace = new Namespace(unique(prefix));
    does("ip", "netns", "add", namespace.name);
    namespace.ip("link", "set", "lo", "up");
    return namespace;
  }

  private static String unique(String prefix) {
    return prefix + Long.toString(ProcessHandle.current().pid(), 36) + "n" + MADE.incrementAndGet();
  }

  public String name() {
    return name;
  }

  /** What starts a command within it. */
  public String[] entry() {
    return new String[] {"ip", "netns", "exec", name};
  }

  /** Runs the command ip within it. */
  public void ip(String... arguments) {
    List<String> command = new ArrayList<>(List.of("ip", "-n", name));
    command.addAll(List.of(arguments));
    does(command.toArray(String[]::new));
  }

  /** Runs any command within it. */
  void runs(String... arguments) {
    List<String> command = new ArrayList<>(List.of(entry()));
    command.addAll(List.of(arguments));
    does(command.toArray(String[]::new));
  }

  /** How many bytes have come in through a device of it. */
  long arrived(String device) {
    List<String> command = new ArrayList<>(List.of(entry()));
    command.addAll(List.of("cat", "/sys/class/net/" + device + "/statistics/rx_bytes"));
    try {
      Process process = new ProcessBuilder(command).start();
      byte[] out = process.getInputStream().readAllBytes();
      return Long.parseLong(new String(out, StandardCharsets.US_ASCII).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command, which has to succeed. */
  static void does(String... command) {
    if (!isDone(command)) {
      throw new AssertionError("this failed: " + Arrays.toString(command));
    }
  }

  private static boolean isDone(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    isDone("ip", "netns", "del", name);
  }
}
