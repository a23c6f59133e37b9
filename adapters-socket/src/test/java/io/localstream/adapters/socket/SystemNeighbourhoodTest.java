package io.localstream.adapters.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.network.Neighbour;
import io.localstream.domain.port.Neighbourhood;
import io.localstream.domain.port.contract.NeighbourhoodContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemNeighbourhoodTest extends NeighbourhoodContract {
  private static final String NO_JSON = "192.168.1.1 dev eth0 STALE";
  private static final String ARP_OUTPUT = "? (192.168.1.3) at 02:fc:00:00:00:05 [ether] on eth0";

  @TempDir private Path folder;

  @Override
  protected Neighbourhood neighbourhood() {
    return new SystemNeighbourhood();
  }

  private Neighbourhood with(Map<String, String> tools, Path arpTable) {
    return new SystemNeighbourhood(
        command -> Optional.ofNullable(tools.get(command.getFirst())), arpTable);
  }

  @Test
  void tellsTheLoopbackInterfaceLast() {
    LocalInterface last = neighbourhood().interfaces().getLast();

    assertThat(last.loopback()).isTrue();
    assertThat(last.addresses()).extracting("value").contains("127.0.0.1");
  }

  @Test
  void hasNoNeighboursWhereTheSystemHasNoTools() {
    assertThat(with(Map.of(), folder.resolve("missing")).neighbours()).isEmpty();
  }

  @Test
  void believesIpBeforeAnyOther() {
    assertThat(with(Map.of("ip", "[]", "arp", ARP_OUTPUT), folder).neighbours()).isEmpty();
  }

  @Test
  void asksTheTableWhereIpIsMissingOrOld() throws Exception {
    Path table = folder.resolve("arp");
    Files.writeString(table, "192.168.1.1 0x1 0x2 02:fc:00:00:00:05 * eth0\n");

    assertThat(with(Map.of("ip", NO_JSON, "arp", ARP_OUTPUT), table).neighbours())
        .extracting(Neighbour::address)
        .hasToString("[192.168.1.1]");
  }

  @Test
  void asksArpAtLast() {
    assertThat(with(Map.of("arp", ARP_OUTPUT), folder.resolve("missing")).neighbours())
        .extracting(Neighbour::address)
        .hasToString("[192.168.1.3]");
  }
}
