package io.localstream.adapters.socket;

import io.localstream.domain.network.Firewall;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what packet filters print of themselves. What makes no sense tells nothing. */
final class FirewallReports {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern UFW =
      Pattern.compile("(?mi)^\\s*ENABLED\\s*=\\s*\"?(yes|no)\"?\\s*$");
  private static final Pattern IPTABLES =
      Pattern.compile("(?m)^-P INPUT (DROP|REJECT)\\b|^-A INPUT .*-j (DROP|REJECT)\\b");
  private static final Pattern MACOS = Pattern.compile("\\(State = ([0-9])\\)");
  private static final Pattern WINDOWS = Pattern.compile("(?mi)^\\S+\\s+(ON|OFF)\\s*$");

  /** Families whose chains see the packets of a TCP listener (see nft(8)). */
  private static final Set<String> IP_FAMILIES = Set.of("ip", "ip6", "inet");

  /** A chain of nftables, as commands name it. */
  record Chain(String family, String table, String name) {
    @Override
    public String toString() {
      return family + " " + table + " " + name;
    }
  }

  private FirewallReports() {}

  /** The file {@code ufw.conf}, which everybody may read, other than the program's status. */
  static Firewall.State ufw(String configuration) {
    Matcher enabled = UFW.matcher(configuration);
    return enabled.find()
        ? onWhere(enabled.group(1).equalsIgnoreCase("yes"))
        : Firewall.State.UNKNOWN;
  }

  /**
   * Of {@code nft -j list ruleset}: the first chain of incoming packets that lets not all through.
   */
  static Optional<Chain> nftables(String json) {
    try {
      JsonNode all = JSON.readTree(json).path("nftables");
      return all.values().stream()
          .map(each -> each.path("chain"))
          .filter(chain -> chain.path("hook").asString("").equals("input"))
          .filter(chain -> IP_FAMILIES.contains(chain.path("family").asString("")))
          .filter(chain ->
              isDrop(chain.path("policy")) || rules(all, chain).anyMatch(FirewallReports::refuses))
          .map(chain -> new Chain(word(chain, "family"), word(chain, "table"), word(chain, "name")))
          .findFirst();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Stream<JsonNode> rules(JsonNode all, JsonNode chain) {
    return all.values().stream()
        .map(each -> each.path("rule"))
        .filter(rule ->
            word(rule, "family").equals(word(chain, "family"))
                && word(rule, "table").equals(word(chain, "table"))
                && word(rule, "chain").equals(word(chain, "name")));
  }

  private static boolean refuses(JsonNode rule) {
    return rule.path("expr").values().stream()
        .anyMatch(each -> each.has("drop") || each.has("reject"));
  }

  private static boolean isDrop(JsonNode policy) {
    return policy.asString("").equals("drop");
  }

  private static String word(JsonNode node, String name) {
    return node.path(name).asString("");
  }

  /** Whether by {@code iptables -S INPUT} not everything is let through. */
  static boolean iptablesRefuse(String rules) {
    return IPTABLES.matcher(rules).find();
  }

  /** Of {@code socketfilterfw --getglobalstate}: 1 and 2 are two ways to be on. */
  static Firewall.State macos(String text) {
    return MACOS
        .matcher(text)
        .results()
        .findFirst()
        .map(FirewallReports::macosState)
        .orElse(Firewall.State.UNKNOWN);
  }

  private static Firewall.State macosState(MatchResult state) {
    return onWhere(!state.group(1).equals("0"));
  }

  /** Of {@code netsh advfirewall show currentprofile state}; some languages have other words. */
  static Firewall.State windows(String text) {
    Matcher state = WINDOWS.matcher(text);
    return state.find()
        ? onWhere(state.group(1).toUpperCase(Locale.ROOT).equals("ON"))
        : Firewall.State.UNKNOWN;
  }

  private static Firewall.State onWhere(boolean on) {
    return on ? Firewall.State.ON : Firewall.State.OFF;
  }
}
