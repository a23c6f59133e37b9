package io.localstream.domain.port;

import io.localstream.domain.port.contract.SettingsStoreContract;
import io.localstream.domain.port.fake.InMemorySettingsStore;

class InMemorySettingsStoreTest extends SettingsStoreContract {
  private final SettingsStore store = new InMemorySettingsStore();

  @Override
  protected SettingsStore open() {
    return store;
  }
}
