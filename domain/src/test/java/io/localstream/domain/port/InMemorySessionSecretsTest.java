package io.localstream.domain.port;

import io.localstream.domain.port.contract.SessionSecretsContract;
import io.localstream.domain.port.fake.InMemorySessionSecrets;

class InMemorySessionSecretsTest extends SessionSecretsContract {
  @Override
  protected SessionSecrets ofOneDevice() {
    return new InMemorySessionSecrets();
  }

  @Override
  protected SessionSecrets ofAnotherDevice() {
    return new InMemorySessionSecrets("another device");
  }
}
