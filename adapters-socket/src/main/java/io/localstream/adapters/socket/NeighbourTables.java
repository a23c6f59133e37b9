package io.localstream.adapters.socket;

import io.localstream.domain.device.MacAddress;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.network.Neighbour;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the forms in which systems print their neighbour tables. Lines that make no sense fall out.
 */
final class NeighbourTables {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** States of Linux's table in which nobody has answered (see ip-neighbour(8)). */
  private static final Set<String> NOBODY_THERE = Set.of("FAILED", "INCOMPLETE", "NOARP");

  /** {@code address, type, flags, MAC, mask, device}; the flag 2 means complete (see proc(5)). */
  private static final Pattern LINUX_ROW =
      Pattern.compile("(?m)^(\\S+)\\s+0x\\w+\\s+0x(\\w+)\\s+(\\S+)\\s+\\S+\\s+(\\S+)\\s*$");

  private static final int COMPLETE = 2;

  /** {@code ? (192.168.1.1) at 0:1b:2:3:4:5 on en0 ifscope [ethernet]}, also {@code [ether] on}. */
  private static final Pattern ARP_ROW =
      Pattern.compile("(?m)^\\S+ \\(([^)]+)\\) at ([0-9a-fA-F:]+)(?: \\[\\w+])? on (\\S+).*$");

  private NeighbourTables() {}

  /** The output of {@code ip -json neigh show}; empty when it is not JSON, as from an old one. */
  static Optional<List<Neighbour>> fromIpJson(String text) {
    try {
      return Optional.of(
          distinct(
              JSON.readTree(text).values().stream()
                  .filter(NeighbourTables::isThere)
                  .flatMap(
                      row -> neighbour(word(row, "dst"), word(row, "lladdr"), word(row, "dev")))));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static boolean isThere(JsonNode row) {
    return row.path("state").values().stream()
        .map(JsonNode::asString)
        .noneMatch(NOBODY_THERE::contains);
  }

  private static String word(JsonNode row, String name) {
    return row.path(name).asString("");
  }

  /** The table {@code /proc/net/arp}. */
  static List<Neighbour> fromLinuxArpTable(String text) {
    return distinct(
        rows(LINUX_ROW, text)
            .filter(row -> (Integer.parseInt(row.group(2), 16) & COMPLETE) != 0)
            .flatMap(row -> neighbour(row.group(1), row.group(3), row.group(4))));
  }

  /** The output of {@code arp -an} on BSD, macOS and with net-tools. */
  static List<Neighbour> fromArp(String text) {
    return distinct(
        rows(ARP_ROW, text).flatMap(row -> neighbour(row.group(1), row.group(2), row.group(3))));
  }

  private static Stream<MatchResult> rows(Pattern form, String text) {
    return form.matcher(text).results();
  }

  private static Stream<Neighbour> neighbour(String address, String mac, String device) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      if (parsed.isMulticastAddress() || device.isEmpty()) {
        return Stream.empty();
      }
      // The tables name the interface beside the address; without it, this one leads nowhere.
      String zone = parsed.isLinkLocalAddress() && address.indexOf(':') >= 0 ? "%" + device : "";
      HostAddress host = new HostAddress(AddressText.host(parsed) + zone);
      return Stream.of(new Neighbour(host, mac(mac), device));
    } catch (IllegalArgumentException e) {
      return Stream.empty();
    }
  }

  /** With a digit or two for each octet, as BSD prints them. */
  private static Optional<MacAddress> mac(String text) {
    String padded =
        Pattern.compile("(?<![0-9a-f])([0-9a-f])(?![0-9a-f])")
            .matcher(text.toLowerCase(Locale.ROOT))
            .replaceAll("0$1");
    try {
      return Optional.of(new MacAddress(padded));
    } catch (IllegalArgumentException e) {
      // Tunnels and the like have other hardware addresses, or none.
      return Optional.empty();
    }
  }

  private static List<Neighbour> distinct(Stream<Neighbour> neighbours) {
    return neighbours.distinct().toList();
  }
}
