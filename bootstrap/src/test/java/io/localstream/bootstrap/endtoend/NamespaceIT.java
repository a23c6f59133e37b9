package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
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
  private Namespace here;
  private Namespace there;
  private TestDevice anna;
  private TestDevice ben;

  @BeforeEach
  void build() {
    assumeTrue(Namespace.arePossible("NamespaceIT"), "no network namespaces here");
    here = Namespace.create("lsa");
    there = Namespace.create("lsb");
    here.ip("link", "add", "wire", "type", "veth", "peer", "wire", "netns", there.name());
    here.ip("link", "add", "aside", "type", "veth", "peer", "aside2");
    join(here, 1);
    join(there, 2);
    here.ip("addr", "add", "10.99.0.1/24", "dev", "aside");
    here.ip("link", "set", "aside", "up");
    here.ip("link", "set", "aside2", "up");
    here.ip("route", "add", "default", "via", "10.77.0.2", "dev", "wire");
    anna = TestDevice.known(temporary, TestDevice.ANNA).behind(here.entry());
    ben = TestDevice.known(temporary, TestDevice.BEN).behind(there.entry());
  }

  private static void join(Namespace namespace, int number) {
    namespace.ip("addr", "add", "10.77.0." + number + "/24", "dev", "wire");
    namespace.ip("addr", "add", "fd77::" + number + "/64", "dev", "wire", "nodad");
    namespace.ip("addr", "add", "fe80::77:" + number + "/64", "dev", "wire", "nodad");
    namespace.ip("link", "set", "wire", "up");
  }

  @AfterEach
  void clear() {
    if (here != null) {
      here.close();
    }
    if (there != null) {
      there.close();
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
