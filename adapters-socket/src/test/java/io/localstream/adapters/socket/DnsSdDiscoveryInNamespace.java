package io.localstream.adapters.socket;

import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.port.Discovery;
import io.localstream.domain.port.contract.DiscoveryContract;
import org.junit.jupiter.api.Tag;

/** Run by {@link DnsSdDiscoveryTest} in a namespace of its own, never on a real network. */
@Tag("namespace")
class DnsSdDiscoveryInNamespace extends DiscoveryContract {
  @Override
  protected Discovery newDevice() {
    return new DnsSdDiscovery();
  }

  @Override
  protected LocalInterface connected() {
    return new SystemNeighbourhood()
        .interfaces().stream().filter(each -> !each.loopback()).findFirst().orElseThrow();
  }
}
