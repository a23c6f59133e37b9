package io.localstream.adapters.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Two machines, as far as the network can tell: namespaces with a cable between them. */
final class Namespaces implements AutoCloseable {
  private static final AtomicInteger BUILT = new AtomicInteger();

  private final String suffix =
      Long.toString(ProcessHandle.current().pid(), 36) + "x" + BUILT.incrementAndGet();
  private final String here = "lsc" + suffix;
  private final String there = "lsd" + suffix;

  private Namespaces() {}

  /** Skips the test, and says so, where there are no namespaces. */
  static Namespaces build(String test) {
    Namespaces two = new Namespaces();
    if (!two.isDone("ip", "netns", "add", two.here)) {
      System.err.println(
          test + " is SKIPPED: it needs root and the command ip (iproute2) with namespaces");
      abort("no network namespaces here");
    }
    two.does("ip", "netns", "add", two.there);
    two.does(
        "ip", "link", "add", "wire", "netns", two.here, "type", "veth", "peer", "wire", "netns",
        two.there);
    return two;
  }

  /** Addresses as most networks have them. */
  Namespaces withBothFamilies() {
    for (int number = 1; number <= 2; number++) {
      String name = number == 1 ? here : there;
      does("ip", "-n", name, "addr", "add", "10.77.0." + number + "/24", "dev", "wire");
      up(name);
    }
    return this;
  }

  /** No IPv4 at all. */
  Namespaces withIpv6Only() {
    up(here);
    up(there);
    return this;
  }

  private void up(String name) {
    // Without the check for duplicates an address is usable at once.
    isDone("ip", "netns", "exec", name, "sysctl", "-qw", "net.ipv6.conf.wire.accept_dad=0");
    does("ip", "-n", name, "link", "set", "lo", "up");
    does("ip", "-n", name, "link", "set", "wire", "up");
  }

  String here() {
    return here;
  }

  String there() {
    return there;
  }

  /** Starts a class of the tests with this JVM and class path. */
  Process java(String namespace, Class<?> main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "ip",
                "netns",
                "exec",
                namespace,
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Runs a command in the first namespace. */
  void doesHere(String... command) {
    assertThat(isDoneHere(command)).as(() -> Arrays.toString(command)).isTrue();
  }

  boolean isDoneHere(String... command) {
    List<String> inside = new ArrayList<>(List.of("ip", "netns", "exec", here));
    inside.addAll(List.of(command));
    return isDone(inside.toArray(String[]::new));
  }

  private void does(String... command) {
    assertThat(isDone(command)).as(() -> Arrays.toString(command)).isTrue();
  }

  private boolean isDone(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      // There is no such command.
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    isDone("ip", "netns", "del", here);
    isDone("ip", "netns", "del", there);
  }
}
