package io.localstream.adapters.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Announcements are made in namespaces only. */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
class DnsSdDiscoveryTest {
  private static void passes(Class<?> tests, Namespaces network)
      throws IOException, InterruptedException {
    Process contract = network.java(network.here(), ContractRunner.class, tests.getName());
    String output = Namespaces.output(contract);

    assertThat(contract.waitFor()).as(output).isZero();
  }

  @Test
  void passesTheContractOverIpv4() throws Exception {
    try (Namespaces network = Namespaces.build("DnsSdDiscoveryTest").withBothFamilies()) {
      passes(DnsSdDiscoveryInNamespace.class, network);
    }
  }

  @Test
  void passesTheContractOverIpv6() throws Exception {
    try (Namespaces network = Namespaces.build("DnsSdDiscoveryTest").withIpv6Only()) {
      passes(DnsSdDiscoveryInNamespace.class, network);
    }
  }

  @Test
  void goesOnWhereSomebodyForgesPackets() throws Exception {
    try (Namespaces network = Namespaces.build("DnsSdDiscoveryTest").withBothFamilies()) {
      passes(HostileNetworkInNamespace.class, network);
    }
  }

  @Test
  void keepsNoProcessAliveAndPrintsNothing() throws Exception {
    try (Namespaces network = Namespaces.build("DnsSdDiscoveryTest").withBothFamilies()) {
      Process program = network.java(network.here(), ForgetfulProgram.class);

      assertThat(Namespaces.output(program)).isEmpty();
      assertThat(program.waitFor()).isZero();
    }
  }
}
