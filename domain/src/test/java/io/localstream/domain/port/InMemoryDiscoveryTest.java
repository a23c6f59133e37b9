package io.localstream.domain.port;

import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.port.contract.DiscoveryContract;
import io.localstream.domain.port.fake.InMemoryDiscovery;
import io.localstream.domain.port.fake.ScriptedNeighbourhood;

class InMemoryDiscoveryTest extends DiscoveryContract {
  private final InMemoryDiscovery.Air air = new InMemoryDiscovery.Air();

  @Override
  protected Discovery newDevice() {
    return air.device();
  }

  @Override
  protected LocalInterface connected() {
    return new ScriptedNeighbourhood().interfaces().getFirst();
  }
}
