package io.localstream.adapters.socket;

import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.Transport;
import io.localstream.domain.port.contract.TransportContract;

class TcpTransportTest extends TransportContract {
  private final TcpTransport transport = new TcpTransport();

  @Override
  protected Transport transport() {
    return transport;
  }

  @Override
  protected Link strangerDials(Endpoint remote) {
    return Strangers.dial(remote);
  }
}
