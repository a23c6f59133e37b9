package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A network namespace: a machine, as far as the network can tell. */
public final class Namespace implements AutoCloseable {
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

  /** Makes one, with its loopback interface up. */
  public static Namespace create(String prefix) {
    Namespace namespace = new Namespace(unique(prefix));
    does("ip", "netns", "add", namespace.name);
    namespace.ip("link", "set", "lo", "up");
    return namespace;
  }

  private static String unique(String prefix) {
    return prefix + Long.toString(ProcessHandle.current().pid(), 36);
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

  /** Runs a command, which has to succeed. */
  static void does(String... command) {
    assertThat(isDone(command)).as(() -> Arrays.toString(command)).isTrue();
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
