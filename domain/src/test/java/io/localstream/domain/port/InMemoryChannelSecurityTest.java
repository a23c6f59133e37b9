package io.localstream.domain.port;

import io.localstream.domain.port.contract.ChannelSecurityContract;
import io.localstream.domain.port.fake.InMemoryChannelSecurity;
import io.localstream.domain.port.fake.InMemoryIdentityVault;

class InMemoryChannelSecurityTest extends ChannelSecurityContract {
  @Override
  protected Party initiator() {
    return device(1);
  }

  @Override
  protected Party responder() {
    return device(2);
  }

  private static Party device(int number) {
    InMemoryIdentityVault vault = InMemoryIdentityVault.numbered(number);
    return new Party(new InMemoryChannelSecurity(vault.credentials()), vault.credentials());
  }
}
