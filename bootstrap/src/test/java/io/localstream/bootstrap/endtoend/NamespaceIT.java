package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two machines, as far as the network can tell: namespaces with a cable between them. */
class NamespaceIT {
  private static final String PORT = "7117";

  @TempDir Path temporary;
  private final String suffix = Long.toString(ProcessHandle.current().pid(), 36);
  private final String here = "lsa" + suffix;
  private final String there = "lsb" + suffix;
  private TestDevice anna;
  private TestDevice ben;

  @BeforeEach
  void build() throws IOException, InterruptedException {
    if (!isDone("ip", "netns", "add", here)) {
      System.err.println(
          "NamespaceIT is SKIPPED: it needs root and the command ip (iproute2) with namespaces");
      abort("no network namespaces here");
    }
    does("ip", "netns", "add", there);
    does(
        "ip", "link", "add", "wire", "netns", here, "type", "veth", "peer", "wire", "netns", there);
    does("ip", "-n", here, "link", "add", "aside", "type", "veth", "peer", "aside2");
    join(here, 1);
    join(there, 2);
    does("ip", "-n", here, "addr", "add", "10.99.0.1/24", "dev", "aside");
    does("ip", "-n", here, "link", "set", "aside", "up");
    does("ip", "-n", here, "link", "set", "aside2", "up");
    does("ip", "-n", here, "route", "add", "default", "via", "10.77.0.2", "dev", "wire");
    anna = TestDevice.known(temporary, TestDevice.ANNA).behind("ip", "netns", "exec", here);
    ben = TestDevice.known(temporary, TestDevice.BEN).behind("ip", "netns", "exec", there);
  }

  private static void join(String namespace, int number) throws IOException, InterruptedException {
    does("ip", "-n", namespace, "link", "set", "lo", "up");
    does("ip", "-n", namespace, "addr", "add", "10.77.0." + number + "/24", "dev", "wire");
    String global = "fd77::" + number + "/64";
    does("ip", "-n", namespace, "addr", "add", global, "dev", "wire", "nodad");
    String local = "fe80::77:" + number + "/64";
    does("ip", "-n", namespace, "addr", "add", local, "dev", "wire", "nodad");
    does("ip", "-n", namespace, "link", "set", "wire", "up");
  }

  @AfterEach
  void clear() throws IOException, InterruptedException {
    isDone("ip", "netns", "del", here);
    isDone("ip", "netns", "del", there);
  }

  private static void does(String... command) throws IOException, InterruptedException {
    assertThat(isDone(command)).as(() -> Arrays.toString(command)).isTrue();
  }

  private static boolean isDone(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      if (command[1].equals("netns")) {
        return false;
      }
      throw e;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.77.0.1", "fd77::1", "fe80::77:1%wire"})
  void sendsFromOneToTheOther(String host) {
    Path source = Sample.write(anna.folder().resolve("over the wire"), 3_000_000);
    String endpoint = host.contains(":") ? "[" + host + "]:" + PORT : host + ":" + PORT;
    try (LocalStreamProcess sender =
            anna.start("send", "over the wire", "--port", PORT, "--host", host).awaitListening();
        LocalStreamProcess receiver =
            ben.start("receive", ".", "--from", endpoint, "--yes", "--wait", "60")) {
      receiver.endsWith(0);
      sender.endsWith(0);
    }
    assertThat(ben.folder().resolve("over the wire")).hasSameBinaryContentAs(source);
  }

  @Test
  void listensOnTheAddressThatOthersReachItAt() {
    Path source = Sample.write(ben.folder().resolve("back"), 5_000);
    try (LocalStreamProcess listener = anna.shell("--yes");
        LocalStreamProcess dialler = ben.shell("--yes")) {
      listener.type("add_connection " + PORT + " 2");
      listener.awaitOut("listening on 10\\.77\\.0\\.1:" + PORT);
      dialler.type("connect 10.77.0.1 " + PORT);
      dialler.type("send_file " + PORT + " back");
      listener.type("receive_file . --wait 60");
      listener.awaitOut("received ");
      dialler.type("exit");
      dialler.endsWith(0);
      listener.type("possible_connections");
      listener.type("exit");
      listener.endsWith(0);
      assertThat(listener.out()).contains("10.77.0.1", "10.99.0.1", "10.77.0.2");
    }
    assertThat(anna.folder().resolve("back")).hasSameBinaryContentAs(source);
  }
}
