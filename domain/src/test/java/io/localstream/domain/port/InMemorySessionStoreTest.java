package io.localstream.domain.port;

import io.localstream.domain.port.contract.SessionStoreContract;
import io.localstream.domain.port.fake.InMemorySessionStore;

class InMemorySessionStoreTest extends SessionStoreContract {
  private final SessionStore store = new InMemorySessionStore();

  @Override
  protected SessionStore open() {
    return store;
  }
}
