package io.localstream.domain.port;

import io.localstream.domain.port.contract.NotaryContract;
import io.localstream.domain.port.fake.InMemoryIdentityVault;
import io.localstream.domain.port.fake.InMemoryNotary;

class InMemoryNotaryTest extends NotaryContract {
  private final IdentityVault vault = InMemoryIdentityVault.numbered(1);

  @Override
  protected Notary notary() {
    return new InMemoryNotary(vault);
  }

  @Override
  protected IdentityVault vault() {
    return vault;
  }

  @Override
  protected Notary another() {
    return new InMemoryNotary(InMemoryIdentityVault.numbered(2));
  }
}
