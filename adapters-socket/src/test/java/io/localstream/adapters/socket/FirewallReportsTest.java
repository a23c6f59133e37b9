package io.localstream.adapters.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.network.Firewall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirewallReportsTest {
  /** Recorded from nftables 1.0.6. */
  private static final String RULESET =
      """
      {"nftables": [{"metainfo": {"version": "1.0.6", "release_name": "Lester Gooch #5", "json_schema_version": 1}},
      {"table": {"family": "FAMILY", "name": "guard", "handle": 1}},
      {"chain": {"family": "FAMILY", "table": "guard", "name": "in", "handle": 1, "type": "filter", "hook": "HOOK", "prio": 0, "policy": "POLICY"}},
      {"rule": {"family": "FAMILY", "table": "guard", "chain": "in", "handle": 2, "expr": [{"match": {"op": "==", "left": {"payload": {"protocol": "tcp", "field": "dport"}}, "right": 22}}, {"VERDICT": null}]}}]}
      """;

  private static String ruleset(String family, String hook, String policy, String verdict) {
    return RULESET
        .replace("FAMILY", family)
        .replace("HOOK", hook)
        .replace("POLICY", policy)
        .replace("VERDICT", verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "inet,input,drop,accept",
    "ip,input,drop,accept",
    "ip6,input,accept,drop",
    "inet,input,accept,reject"
  })
  void findsTheChainThatRefuses(String family, String hook, String policy, String verdict) {
    assertThat(FirewallReports.nftables(ruleset(family, hook, policy, verdict)))
        .contains(new FirewallReports.Chain(family, "guard", "in"));
  }

  @ParameterizedTest
  @CsvSource({
    "inet,input,accept,accept",
    "inet,output,drop,drop",
    "bridge,input,drop,drop",
    "inet,,drop,drop"
  })
  void passesOverChainsThatLetAllIn(String family, String hook, String policy, String verdict) {
    String rules = ruleset(family, hook == null ? "" : hook, policy, verdict);

    assertThat(FirewallReports.nftables(rules)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "table inet filter {",
        "[]",
        "{}",
        "{\"nftables\":7}",
        "{\"nftables\":[7,null,{}]}"
      })
  void findsNothingInWhatIsNoRuleset(String text) {
    assertThat(FirewallReports.nftables(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-P INPUT DROP\n",
        "-P INPUT ACCEPT\n"
            + "-A INPUT -p tcp -m tcp --dport 80 -j REJECT --reject-with icmp-port-unreachable\n",
        "-P INPUT ACCEPT\n-A INPUT -j DROP\n"
      })
  void tellsThatIptablesRefuse(String rules) {
    assertThat(FirewallReports.iptablesRefuse(rules)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-P INPUT ACCEPT\n",
        "-P INPUT ACCEPT\n-A INPUT -i lo -j ACCEPT\n-A FORWARD -j DROP\n"
      })
  void tellsThatIptablesLetAllIn(String rules) {
    assertThat(FirewallReports.iptablesRefuse(rules)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'# comment\nENABLED=yes\nLOGLEVEL=low\n',ON",
    "'ENABLED=no\n',OFF",
    "'ENABLED=\"YES\"',ON",
    "'#ENABLED=yes\n',UNKNOWN",
    "'',UNKNOWN"
  })
  void readsTheConfigurationOfUfw(String text, Firewall.State state) {
    assertThat(FirewallReports.ufw(text)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "Firewall is enabled. (State = 1),ON",
    "Firewall is blocking all non-essential incoming connections. (State = 2),ON",
    "Firewall is disabled. (State = 0),OFF",
    "no idea,UNKNOWN"
  })
  void readsTheStateOfMacos(String text, Firewall.State state) {
    assertThat(FirewallReports.macos(text)).isEqualTo(state);
  }

  @Test
  void readsTheStateOfWindows() {
    String text =
        "\r\n"
            + "Private Profile Settings: \r\n"
            + "------------------------------------\r\n"
            + "State                                 %s\r\n"
            + "Ok.\r\n";

    assertThat(FirewallReports.windows(text.formatted("ON"))).isEqualTo(Firewall.State.ON);
    assertThat(FirewallReports.windows(text.formatted("OFF"))).isEqualTo(Firewall.State.OFF);
    assertThat(FirewallReports.windows(text.formatted("EIN"))).isEqualTo(Firewall.State.UNKNOWN);
  }
}
