package io.localstream.domain.port;

import io.localstream.domain.port.contract.ConnectionStoreContract;
import io.localstream.domain.port.fake.InMemoryConnectionStore;

class InMemoryConnectionStoreTest extends ConnectionStoreContract {
  private final ConnectionStore store = new InMemoryConnectionStore();

  @Override
  protected ConnectionStore open() {
    return store;
  }
}
