package io.localstream.domain.port;

import io.localstream.domain.port.contract.DigesterContract;
import io.localstream.domain.port.fake.InMemoryDigester;

class InMemoryDigesterTest extends DigesterContract {
  @Override
  protected Digester digester() {
    return new InMemoryDigester();
  }
}
