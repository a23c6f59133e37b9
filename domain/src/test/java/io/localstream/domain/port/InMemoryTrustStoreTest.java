package io.localstream.domain.port;

import io.localstream.domain.port.contract.TrustStoreContract;
import io.localstream.domain.port.fake.InMemoryTrustStore;

class InMemoryTrustStoreTest extends TrustStoreContract {
  private final TrustStore store = new InMemoryTrustStore();

  @Override
  protected TrustStore open() {
    return store;
  }
}
