package io.localstream.domain.port.fake;

import io.localstream.domain.port.RunningTransfers;
import io.localstream.domain.port.contract.RunningTransfersContract;

class InMemoryRunningTransfersTest extends RunningTransfersContract {
  private final InMemoryRunningTransfers home = new InMemoryRunningTransfers();

  @Override
  protected RunningTransfers program() {
    return home.another();
  }
}
