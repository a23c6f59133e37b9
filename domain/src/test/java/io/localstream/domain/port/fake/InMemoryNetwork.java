package io.localstream.domain.port.fake;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All machines of a network in memory: which addresses there are, and who listens on them. */
final class InMemoryNetwork {
  private static final int FIRST_FREE_PORT = 49_152;

  private final Set<HostAddress> hosts = new HashSet<>();
  private final Map<Endpoint, InMemoryListener> listeners = new HashMap<>();
  private int nextPort = FIRST_FREE_PORT;

  synchronized void addMachine(List<HostAddress> addresses) {
    for (HostAddress address : addresses) {
      if (!hosts.add(address)) {
        throw new IllegalArgumentException("another machine has the address " + address);
      }
    }
  }

  /** Binds an address; where it stands for several, {@code hosts} are all of them. */
  synchronized InMemoryListener bind(Endpoint asked, List<HostAddress> hosts) {
    int port = asked.port() == 0 ? freePort() : asked.port();
    List<Endpoint> all = hosts.stream().map(host -> new Endpoint(host, port)).toList();
    if (all.stream().anyMatch(listeners::containsKey)) {
      throw new LocalStreamException(
          FailureCode.ADDRESS_IN_USE, "port " + port + " of " + asked.host() + " is in use");
    }
    InMemoryListener listener = new InMemoryListener(this, new Endpoint(asked.host(), port));
    all.forEach(endpoint -> listeners.put(endpoint, listener));
    return listener;
  }

  synchronized void free(InMemoryListener listener) {
    listeners.values().removeIf(other -> other == listener);
  }

  synchronized InMemoryListener find(Endpoint remote) {
    InMemoryListener listener = listeners.get(remote);
    if (listener != null) {
      return listener;
    }
    // Only a numeric address can be asked for without being known to anyone.
    boolean numeric = remote.host().value().matches("[0-9.]+|[0-9a-fA-F:.]*:.*");
    if (!numeric && !hosts.contains(remote.host())) {
      throw new LocalStreamException(FailureCode.NAME_UNKNOWN, "no host " + remote.host());
    }
    throw new LocalStreamException(FailureCode.UNREACHABLE, "nothing listens on " + remote);
  }

  synchronized int freePort() {
    return nextPort++;
  }
}
