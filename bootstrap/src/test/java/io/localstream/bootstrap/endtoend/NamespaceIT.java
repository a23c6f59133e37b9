package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
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
  void listensOnTheLocalNetworkWhereThereIsNoDefaultRoute() {
    here.ip("route", "del", "default");
    bridge("docker0", 17);
    bridge("machines", 18);
    Path source = Sample.write(anna.folder().resolve("to the cable"), 5_000);
    try (LocalStreamProcess sender =
            anna.start("send", "to the cable", "--port", PORT).awaitListening();
        LocalStreamProcess receiver =
            ben.start("receive", ".", "--from", "10.77.0.1:" + PORT, "--yes", "--wait", "60")) {
      receiver.endsWith(0);
      sender.endsWith(0);
      assertThat(sender.err())
          .contains("10.77.0.1:" + PORT + " (wire)")
          .doesNotContain("172.17.", "172.18.", "fe80:");
    }
    assertThat(ben.folder().resolve("to the cable")).hasSameBinaryContentAs(source);
  }

  /** As one of containers is: with an address, and with a cable in it. */
  private void bridge(String name, int number) {
    String cable = "container" + number;
    here.ip("link", "add", name, "type", "bridge");
    here.ip("addr", "add", "172." + number + ".0.1/16", "dev", name);
    here.ip("link", "add", cable, "type", "veth", "peer", cable + "in");
    here.ip("link", "set", cable, "master", name, "up");
    here.ip("link", "set", cable + "in", "up");
    here.ip("link", "set", name, "up");
  }

  @Test
  void listensOnAllLocalNetworksAndNamesEach() {
    here.ip("link", "set", "aside2", "netns", there.name());
    there.ip("addr", "add", "10.99.0.2/24", "dev", "aside2");
    there.ip("link", "set", "aside2", "up");
    Path source = Sample.write(anna.folder().resolve("by any way"), 5_000);
    for (String address : List.of("10.77.0.1", "10.99.0.1", "[fd77::1]")) {
      try (LocalStreamProcess sender =
              anna.start("send", "by any way", "--port", PORT).awaitListening();
          LocalStreamProcess receiver =
              ben.start(
                  "receive",
                  address.replaceAll("[^a-z0-9]", "") + "/",
                  "--from",
                  address + ":" + PORT,
                  "--yes",
                  "--wait",
                  "60")) {
        receiver.endsWith(0);
        sender.endsWith(0);
        assertThat(sender.err())
            .contains("10.77.0.1:" + PORT + " (wire)", "10.99.0.1:" + PORT + " (aside)");
      }
    }
    assertThat(source).exists();
  }

  @Test
  void aCodeOpensTheLocalNetworksOnly() {
    here.ip("route", "del", "default");
    bridge("docker0", 17);
    Sample.write(anna.folder().resolve("by code"), 5_000);
    try (LocalStreamProcess sender = anna.start("send", "by code")) {
      sender.awaitErr("where that finds nobody: .*--from 10\\.77\\.0\\.1:" + PORT);
      assertThat(sender.err()).contains("--from 10.99.0.1:" + PORT).doesNotContain("172.17.");
    }
  }

  @Test
  void whoDialsALinkLocalAddressIsToldOfTheInterface() {
    try (LocalStreamProcess receiver =
        ben.start("receive", ".", "--from", "[fe80::77:1]:" + PORT, "--yes")) {
      assertThat(receiver.endsWith(3).err()).contains("fe80::77:1%INTERFACE");
    }
  }

  @Test
  void theHintHasNoInterfaceOfThisMachine() {
    Sample.write(anna.folder().resolve("x"), 1_000);
    try (LocalStreamProcess sender =
        anna.start("send", "x", "--port", PORT, "--host", "fe80::77:1%wire")) {
      sender.awaitErr("--from \\[fe80::77:1%INTERFACE\\]:" + PORT);
    }
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
