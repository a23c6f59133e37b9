package io.localstream.domain.port;

import io.localstream.domain.port.contract.PairingExchangeContract;
import io.localstream.domain.port.fake.InMemoryPairingExchange;

class InMemoryPairingExchangeTest extends PairingExchangeContract {
  @Override
  protected PairingExchange exchange() {
    return new InMemoryPairingExchange();
  }
}
