package io.localstream.adapters.socket;

import io.localstream.domain.connection.HostAddress;

class TcpTransportOverIpv6Test extends TcpTransportTest {
  @Override
  protected HostAddress ownAddress() {
    return new HostAddress("::1");
  }
}
