package io.localstream.adapters.crypto;

import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.port.contract.IdentifierSourceContract;

class SecureIdentifierSourceTest extends IdentifierSourceContract {
  @Override
  protected IdentifierSource source() {
    return new SecureIdentifierSource();
  }
}
