package io.localstream.adapters.socket;

import io.localstream.domain.network.Firewall;
import io.localstream.domain.network.Firewall.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Asks the packet filters that systems usually have. On Linux those that people command come before
 * those that they are made of, which are only told where nobody else minds them. Stateless.
 */
final class SystemFirewalls {
  private static final Path UFW_CONFIGURATION = Path.of("/etc/ufw/ufw.conf");
  private static final String MACOS_TOOL = "/usr/libexec/ApplicationFirewall/socketfilterfw";
  private static final FirewallReports.Chain USUAL_CHAIN =
      new FirewallReports.Chain("inet", "filter", "input");

  /** Not in the path of those who are no administrators. */
  private static final String ADMINISTRATORS_TOOLS = "/usr/sbin/";

  private final Function<List<String>, Optional<String>> tool;
  private final Path ufwConfiguration;

  SystemFirewalls(Function<List<String>, Optional<String>> tool) {
    this(tool, UFW_CONFIGURATION);
  }

  SystemFirewalls(Function<List<String>, Optional<String>> tool, Path ufwConfiguration) {
    this.tool = tool;
    this.ufwConfiguration = ufwConfiguration;
  }

  List<Firewall> all() {
    List<Firewall> commanded =
        Stream.of(ufw(), firewalld(), macos(), windows()).flatMap(Optional::stream).toList();
    boolean minded = commanded.stream().anyMatch(each -> each.state() == State.ON);
    // What those that are on have set up would be told a second time.
    Stream<Firewall> bare = minded ? Stream.empty() : nftables().or(this::iptables).stream();
    return Stream.concat(commanded.stream(), bare).toList();
  }

  private Optional<Firewall> ufw() {
    State state;
    try {
      state = FirewallReports.ufw(Files.readString(ufwConfiguration));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      state = State.UNKNOWN;
    }
    return Optional.of(
        new Firewall("ufw", state, "sudo ufw allow PORT/tcp", "sudo ufw allow 5353/udp"));
  }

  private Optional<Firewall> firewalld() {
    return tool.apply(List.of("firewall-cmd", "--state"))
        .filter(text -> text.strip().equals("running"))
        .map(_ ->
            new Firewall(
                "firewalld",
                State.ON,
                "sudo firewall-cmd --add-port=PORT/tcp",
                "sudo firewall-cmd --add-service=mdns"));
  }

  private Optional<Firewall> nftables() {
    Optional<String> rules = administrators("nft", "-j", "list", "ruleset");
    if (rules.isPresent()) {
      return FirewallReports.nftables(rules.get()).map(chain -> nftables(State.ON, chain));
    }
    return administrators("nft", "--version").map(_ -> nftables(State.UNKNOWN, USUAL_CHAIN));
  }

  /** At the beginning of the chain, since at its end may be what refuses the rest. */
  private static Firewall nftables(State state, FirewallReports.Chain chain) {
    String insert = "sudo nft insert rule " + chain;
    return new Firewall(
        "nftables", state, insert + " tcp dport PORT accept", insert + " udp dport 5353 accept");
  }

  private Optional<Firewall> iptables() {
    Optional<String> rules = administrators("iptables", "-S", "INPUT");
    if (rules.isPresent()) {
      return rules.filter(FirewallReports::iptablesRefuse).map(_ -> iptables(State.ON));
    }
    return administrators("iptables", "--version").map(_ -> iptables(State.UNKNOWN));
  }

  private static Firewall iptables(State state) {
    String insert = "sudo iptables -I INPUT -p ";
    return new Firewall(
        "iptables",
        state,
        insert + "tcp --dport PORT -j ACCEPT",
        insert + "udp --dport 5353 -j ACCEPT");
  }

  private Optional<String> administrators(String name, String... arguments) {
    return Stream.of(name, ADMINISTRATORS_TOOLS + name)
        .map(command -> Stream.concat(Stream.of(command), Stream.of(arguments)).toList())
        .flatMap(command -> tool.apply(command).stream())
        .findFirst();
  }

  /** It knows programs instead of ports. */
  private Optional<Firewall> macos() {
    String allow =
        "sudo "
            + MACOS_TOOL
            + " --unblockapp "
            + Path.of(System.getProperty("java.home"), "bin", "java");
    return tool.apply(List.of(MACOS_TOOL, "--getglobalstate"))
        .map(text -> new Firewall("macOS firewall", FirewallReports.macos(text), allow, allow));
  }

  private Optional<Firewall> windows() {
    String allow = "netsh advfirewall firewall add rule name=LocalStream dir=in action=allow";
    return tool.apply(List.of("netsh", "advfirewall", "show", "currentprofile", "state"))
        .map(text ->
            new Firewall(
                "Windows Defender Firewall",
                FirewallReports.windows(text),
                allow + " protocol=TCP localport=PORT",
                allow + " protocol=UDP localport=5353"));
  }
}
