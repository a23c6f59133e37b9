package io.localstream.adapters.socket;

import io.localstream.domain.network.HostAddress;

class TcpTransportOverIpv6Test extends TcpTransportTest {
  @Override
  protected HostAddress ownAddress() {
    return new HostAddress("::1");
  }
}
