package io.localstream.domain.port.fake;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.Listener;
import io.localstream.domain.port.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A network in memory, as one machine of it sees it. Timeouts are real time. Each direction of a
 * link holds {@link #BUFFER_BYTES} that nobody has read; then the writer waits. Several devices may
 * share one machine; {@link #neighbour} adds another machine to the network. Safe for several
 * threads.
 *
 * <p>Where a test needs a network that fails, it decides on each link as it is dialled:
 *
 * <pre>{@code
 * transport.interfere(greeting -> switch (greeting) {
 *   case Greeting.Control _ -> Interference.none();
 *   case Greeting.Lane _ -> Interference.none().severAfter(Direction.FROM_DIALLER, 5_000);
 * });
 * }</pre>
 */
public final class InMemoryTransport implements Transport {
  /** How much a direction of a link holds. */
  public static final int BUFFER_BYTES = 1 << 20;

  private static final Set<HostAddress> ANY =
      Set.of(new HostAddress("0.0.0.0"), new HostAddress("::"));

  private final InMemoryNetwork network;
  private final List<HostAddress> own;
  private volatile Function<Greeting, Interference> interference = _ -> Interference.none();

  /** A machine with loopback addresses only, alone in its network. */
  public InMemoryTransport() {
    this("127.0.0.1", "::1", "localhost");
  }

  /** A machine with these names and addresses, alone in its network. */
  public InMemoryTransport(String... hosts) {
    this(new InMemoryNetwork(), hosts);
  }

  private InMemoryTransport(InMemoryNetwork network, String... hosts) {
    this.network = network;
    this.own = Stream.of(hosts).map(HostAddress::new).toList();
    network.addMachine(own);
  }

  /** Another machine in the same network. */
  public InMemoryTransport neighbour(String... hosts) {
    return new InMemoryTransport(network, hosts);
  }

  /** Decides what happens to each link that is dialled here from now on. */
  public void interfere(Function<Greeting, Interference> decision) {
    interference = decision;
  }

  @Override
  public Listener listen(Endpoint endpoint) {
    if (ANY.contains(endpoint.host())) {
      return network.bind(endpoint, own);
    }
    if (!own.contains(endpoint.host())) {
      throw new LocalStreamException(
          FailureCode.ADDRESS_NOT_LOCAL, endpoint.host() + " is not an address of this machine");
    }
    return network.bind(endpoint, List.of(endpoint.host()));
  }

  @Override
  public Link dial(Endpoint remote, Greeting greeting, Duration timeout) {
    return dial(remote, Optional.of(greeting), interference.apply(greeting));
  }

  /** Dials like someone who does not speak the protocol: whatever is written is no greeting. */
  public Link dialAsStranger(Endpoint remote) {
    return dial(remote, Optional.empty(), Interference.none());
  }

  private Link dial(Endpoint remote, Optional<Greeting> greeting, Interference onTheWay) {
    InMemoryListener listener = network.find(remote);
    Endpoint local =
        new Endpoint(
            own.contains(remote.host()) ? remote.host() : own.getFirst(), network.freePort());
    InMemoryWire wire = new InMemoryWire(onTheWay);
    listener.add(InMemoryLink.arrived(wire, remote, local, greeting));
    return InMemoryLink.dialled(wire, local, remote);
  }
}
