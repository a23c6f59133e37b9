package io.localstream.adapters.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.port.Discovery;
import io.localstream.domain.port.Lookout;
import io.localstream.domain.port.contract.DiscoveryContract;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract again, with somebody on the network who forges packets. In a namespace only. */
@Tag("namespace")
class HostileNetworkInNamespace extends DiscoveryContract {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int FLOOD = 1_000_000;
  private static final int AT_ONCE = 20;

  @Override
  protected Discovery newDevice() {
    return new DnsSdDiscovery();
  }

  @Override
  protected LocalInterface connected() {
    return new SystemNeighbourhood()
        .interfaces().stream().filter(each -> !each.loopback()).findFirst().orElseThrow();
  }

  private InetAddress attacker() {
    return InetAddress.ofLiteral(connected().addresses().getFirst().value());
  }

  private static Set<Thread> listeners() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(each -> each.getName().startsWith("SocketListener("))
        .collect(Collectors.toSet());
  }

  private static void assertAllEnd(Set<Thread> threads) throws InterruptedException {
    assertThat(threads).isNotEmpty();
    for (Thread each : threads) {
      assertThat(each.join(PATIENCE)).as(each.getName()).isTrue();
    }
  }

  private static List<Announcement> heardBy(Lookout lookout, Announcement expected)
      throws InterruptedException {
    return awaitHeard(lookout, heard -> heard.contains(expected));
  }

  @Test
  void goesOnAfterAPacketThatEndsTheLibrarysListener() throws Exception {
    try (Discovery one = newDevice();
        Discovery other = newDevice()) {
      one.announce(announcement(1));
      Lookout lookout = one.watch();
      other.announce(announcement(2));
      assertThat(heardBy(lookout, announcement(2))).containsExactly(announcement(2));
      Set<Thread> deaf = listeners();

      new ForgedPacket().withShortAddress("somebody.local").send(attacker());
      assertAllEnd(deaf);

      other.announce(announcement(3));
      assertThat(heardBy(lookout, announcement(3))).contains(announcement(3));
      assertThat(heardBy(other.watch(), announcement(1))).contains(announcement(1));
    }
  }

  /** Goes on until it was too much, since much of it is lost. */
  private void flood(Set<Thread> listeners) throws IOException {
    int name = 0;
    while (name < FLOOD && listeners.stream().anyMatch(Thread::isAlive)) {
      ForgedPacket forged = new ForgedPacket();
      for (int i = 0; i < AT_ONCE; i++) {
        forged.withInstance("nobody-" + name++);
      }
      forged.send(attacker());
    }
  }

  @Test
  void forgetsAFloodAndGoesOn() throws Exception {
    try (Discovery one = newDevice();
        Discovery other = newDevice()) {
      Lookout lookout = one.watch();
      other.announce(announcement(1));
      assertThat(heardBy(lookout, announcement(1))).contains(announcement(1));
      Set<Thread> flooded = listeners();

      flood(flooded);
      assertAllEnd(flooded);

      other.announce(announcement(2));
      assertThat(heardBy(lookout, announcement(2))).contains(announcement(2));
    }
  }

  @Test
  void leavesNoThreadBehind() throws Exception {
    Discovery one = newDevice();
    one.announce(announcement(1));
    Discovery other = newDevice();
    heardBy(other.watch(), announcement(1));

    one.close();
    other.close();
    for (Thread each : Thread.getAllStackTraces().keySet()) {
      if (each.getThreadGroup() instanceof SiteThreads) {
        assertThat(each.join(PATIENCE)).as(each.getName()).isTrue();
      }
    }
  }
}
