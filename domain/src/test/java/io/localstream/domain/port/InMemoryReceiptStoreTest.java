package io.localstream.domain.port;

import io.localstream.domain.port.contract.ReceiptStoreContract;
import io.localstream.domain.port.fake.InMemoryReceiptStore;

class InMemoryReceiptStoreTest extends ReceiptStoreContract {
  private final ReceiptStore store = new InMemoryReceiptStore();

  @Override
  protected ReceiptStore open() {
    return store;
  }
}
