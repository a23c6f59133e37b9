package io.localstream.adapters.crypto;

import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.port.Notary;
import io.localstream.domain.port.contract.NotaryContract;

class RsaNotaryTest extends NotaryContract {
  @Override
  protected Notary notary() {
    return new RsaNotary(TestDevices.FIRST);
  }

  @Override
  protected IdentityVault vault() {
    return TestDevices.FIRST;
  }

  @Override
  protected Notary another() {
    return new RsaNotary(TestDevices.SECOND);
  }
}
