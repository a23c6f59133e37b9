package io.localstream.adapters.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.localstream.domain.network.Firewall;
import io.localstream.domain.network.Firewall.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemFirewallsTest {
  private static final String REFUSING =
      """
      {"nftables":[{"chain":{"family":"inet","table":"filter","name":"input","hook":"input","policy":"drop"}}]}
      """;

  @TempDir private Path folder;

  private List<Firewall> with(Map<String, String> tools) {
    return new SystemFirewalls(
            command -> Optional.ofNullable(tools.get(String.join(" ", command))),
            folder.resolve("ufw.conf"))
        .all();
  }

  private void ufw(String enabled) throws IOException {
    Files.writeString(folder.resolve("ufw.conf"), "ENABLED=" + enabled + "\n");
  }

  @Test
  void tellsOfNoneWhereThereIsNone() {
    assertThat(with(Map.of())).isEmpty();
  }

  @Test
  void tellsOnlyOfUfwWhereItIsOn() throws IOException {
    ufw("yes");

    assertThat(with(Map.of("nft -j list ruleset", REFUSING)))
        .containsExactly(
            new Firewall("ufw", State.ON, "sudo ufw allow PORT/tcp", "sudo ufw allow 5353/udp"));
  }

  @Test
  void tellsWhatElseRefusesWhereUfwIsOff() throws IOException {
    ufw("no");

    assertThat(with(Map.of("nft -j list ruleset", REFUSING)))
        .containsExactly(
            new Firewall("ufw", State.OFF, "sudo ufw allow PORT/tcp", "sudo ufw allow 5353/udp"),
            new Firewall(
                "nftables",
                State.ON,
                "sudo nft insert rule inet filter input tcp dport PORT accept",
                "sudo nft insert rule inet filter input udp dport 5353 accept"));
  }

  @Test
  void tellsOfFirewalldWhereItRuns() {
    assertThat(with(Map.of("firewall-cmd --state", "running\n")))
        .containsExactly(
            new Firewall(
                "firewalld",
                State.ON,
                "sudo firewall-cmd --add-port=PORT/tcp",
                "sudo firewall-cmd --add-service=mdns"));
  }

  @Test
  void asksIptablesWhereNftRefusesNothing() {
    assertThat(
            with(
                Map.of(
                    "nft -j list ruleset",
                    "{\"nftables\":[]}",
                    "iptables -S INPUT",
                    "-P INPUT DROP")))
        .containsExactly(
            new Firewall(
                "iptables",
                State.ON,
                "sudo iptables -I INPUT -p tcp --dport PORT -j ACCEPT",
                "sudo iptables -I INPUT -p udp --dport 5353 -j ACCEPT"));
  }

  @Test
  void doesNotKnowWhatItMayNotAsk() {
    assertThat(with(Map.of("/usr/sbin/nft --version", "nftables v1.0.6")))
        .extracting(Firewall::state)
        .containsExactly(State.UNKNOWN);
  }

  @Test
  void asksTheSystemsOfOthers() {
    String macos = "/usr/libexec/ApplicationFirewall/socketfilterfw --getglobalstate";
    assertThat(with(Map.of(macos, "Firewall is enabled. (State = 1)")))
        .extracting(Firewall::name, Firewall::state)
        .containsExactly(tuple("macOS firewall", State.ON));
    assertThat(with(Map.of("netsh advfirewall show currentprofile state", "State    OFF\r\n")))
        .extracting(Firewall::openPort)
        .containsExactly(
            "netsh advfirewall firewall add rule name=LocalStream dir=in action=allow"
                + " protocol=TCP localport=PORT");
  }

  @Test
  void findsARealChainInANamespace() throws Exception {
    try (Namespaces network = Namespaces.build("SystemFirewallsTest")) {
      assumeTrue(network.isDoneHere("nft", "add", "table", "inet", "guard"), "no nft here");
      network.doesHere(
          "nft",
          "add chain inet guard entry { type filter hook input priority 0 ; policy drop ; }");
      List<Firewall> found =
          new SystemFirewalls(
                  command -> SystemTool.output(inside(network, command)), folder.resolve("none"))
              .all();

      assertThat(found)
          .extracting(Firewall::openPort)
          .containsExactly("sudo nft insert rule inet guard entry tcp dport PORT accept");
      network.doesHere(
          found.getFirst().openPort().replace("sudo ", "").replace("PORT", "7117").split(" "));
    }
  }

  private static List<String> inside(Namespaces network, List<String> command) {
    return Stream.concat(Stream.of("ip", "netns", "exec", network.here()), command.stream())
        .toList();
  }
}
