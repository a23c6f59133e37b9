package io.localstream.domain.port;

import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.contract.LinkContract;
import io.localstream.domain.port.fake.InMemoryTransport;
import java.time.Duration;

class InMemoryLinkTest extends LinkContract {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final InMemoryTransport transport = new InMemoryTransport();

  @Override
  protected Ends connect() {
    try (Listener listener = transport.listen(Endpoint.of("127.0.0.1", 0))) {
      Link near = transport.dial(listener.endpoint(), new Greeting.Control(), PATIENCE);
      return new Ends(near, listener.accept(PATIENCE).orElseThrow());
    }
  }
}
