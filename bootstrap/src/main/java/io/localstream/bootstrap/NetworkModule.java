package io.localstream.bootstrap;

import com.google.inject.AbstractModule;
import io.localstream.adapters.socket.BinaryLaneFraming;
import io.localstream.adapters.socket.DnsSdDiscovery;
import io.localstream.adapters.socket.JsonMessageCodec;
import io.localstream.adapters.socket.SystemNeighbourhood;
import io.localstream.adapters.socket.TcpTransport;
import io.localstream.application.conversation.Timeouts;
import io.localstream.domain.port.Discovery;
import io.localstream.domain.port.LaneFraming;
import io.localstream.domain.port.MessageCodec;
import io.localstream.domain.port.Neighbourhood;
import io.localstream.domain.port.Transport;

/** How devices reach each other: TCP, JSON messages, binary lanes. */
final class NetworkModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(Transport.class).toInstance(new TcpTransport());
    bind(MessageCodec.class).toInstance(new JsonMessageCodec());
    bind(LaneFraming.class).toInstance(new BinaryLaneFraming());
    bind(Neighbourhood.class).toInstance(new SystemNeighbourhood());
    bind(Discovery.class).toInstance(new DnsSdDiscovery());
    bind(Timeouts.class).toInstance(Timeouts.DEFAULT);
  }
}
