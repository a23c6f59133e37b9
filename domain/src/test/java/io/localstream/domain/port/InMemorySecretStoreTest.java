package io.localstream.domain.port;

import io.localstream.domain.port.contract.SecretStoreContract;
import io.localstream.domain.port.fake.InMemorySecretStore;

class InMemorySecretStoreTest extends SecretStoreContract {
  private final SecretStore store = new InMemorySecretStore();

  @Override
  protected SecretStore open() {
    return store;
  }
}
