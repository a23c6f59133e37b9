package io.localstream.adapters.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.device.MacAddress;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.network.Neighbour;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeighbourTablesTest {
  private static Neighbour neighbour(String address, String mac, String device) {
    return new Neighbour(new HostAddress(address), Optional.of(new MacAddress(mac)), device);
  }

  @Test
  void readsTheJsonOfIp() {
    String text =
        """
        [{"dst":"192.168.1.1","dev":"eth0","lladdr":"02:fc:00:00:00:05","state":["REACHABLE"]},
         {"dst":"192.168.1.9","dev":"eth0","state":["FAILED"]},
         {"dst":"192.168.1.10","dev":"eth0","state":["INCOMPLETE"]},
         {"dst":"fe80::1","dev":"wlan0","lladdr":"02:fc:00:00:00:06","router":null,"state":["STALE"]},
         {"dst":"fd00:0::9","dev":"wlan0","lladdr":"02:fc:00:00:00:07","state":["DELAY"]},
         {"dst":"ff02::1","dev":"eth0","lladdr":"33:33:00:00:00:01","state":["PERMANENT"]}]
        """;

    assertThat(NeighbourTables.fromIpJson(text).orElseThrow())
        .containsExactly(
            neighbour("192.168.1.1", "02:fc:00:00:00:05", "eth0"),
            neighbour("fe80::1%wlan0", "02:fc:00:00:00:06", "wlan0"),
            neighbour("fd00::9", "02:fc:00:00:00:07", "wlan0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "[ ]\n", "{}", "[[]]", "[{}]", "[{\"dst\":\"no address\",\"dev\":\"e\"}]"})
  void readsNobodyFromJsonWithoutAny(String text) {
    assertThat(NeighbourTables.fromIpJson(text).orElseThrow()).isEmpty();
  }

  @Test
  void tellsWhenTheOutputOfIpIsNoJson() {
    assertThat(NeighbourTables.fromIpJson("192.168.1.1 dev eth0 lladdr ... STALE")).isEmpty();
  }

  @Test
  void readsTheArpTableOfLinux() {
    String text =
        """
        IP address       HW type     Flags       HW address            Mask     Device
        192.168.1.1      0x1         0x2         02:fc:00:00:00:05     *        eth0
        192.168.1.2      0x1         0x0         00:00:00:00:00:00     *        eth0
        192.168.1.3      0x1         0x6         02:FC:00:00:00:07     *        eth0
        """;

    assertThat(NeighbourTables.fromLinuxArpTable(text))
        .containsExactly(
            neighbour("192.168.1.1", "02:fc:00:00:00:05", "eth0"),
            neighbour("192.168.1.3", "02:fc:00:00:00:07", "eth0"));
  }

  @Test
  void readsTheOutputOfArp() {
    String text =
        """
        ? (192.168.1.1) at 0:1b:2:a3:4:5 on en0 ifscope [ethernet]
        ? (192.168.1.2) at (incomplete) on en0 ifscope [ethernet]
        ? (192.168.1.3) at 02:fc:00:00:00:05 [ether] on eth0
        ? (192.168.1.4) at <incomplete> on eth0
        ? (224.0.0.251) at 1:0:5e:0:0:fb on en0 ifscope permanent [ethernet]
        """;

    assertThat(NeighbourTables.fromArp(text))
        .containsExactly(
            neighbour("192.168.1.1", "00:1b:02:a3:04:05", "en0"),
            neighbour("192.168.1.3", "02:fc:00:00:00:05", "eth0"));
  }

  @Test
  void keepsANeighbourWhoseHardwareAddressIsOfAnotherKind() {
    String text = "[{\"dst\":\"10.0.0.2\",\"dev\":\"ib0\",\"lladdr\":\"80:00:02:08:fe:80:00:00\"}]";

    assertThat(NeighbourTables.fromIpJson(text).orElseThrow())
        .containsExactly(new Neighbour(new HostAddress("10.0.0.2"), Optional.empty(), "ib0"));
  }
}
