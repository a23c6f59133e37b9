package io.localstream.application.service;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.port.Listener;
import io.localstream.domain.port.Transport;
import java.util.ArrayList;
import java.util.List;

/** The listeners of one connection: one for each of its addresses, on one port. Thread-safe. */
final class ListenerGroup implements AutoCloseable {
  /** So many free ports are tried for one that is free at all addresses. */
  private static final int MOST_TRIES = 8;

  private final List<Listener> listeners;

  private ListenerGroup(List<Listener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  /**
   * Binds all of them, or none. Of several addresses, one that this machine does not have any more
   * is left out.
   *
   * @param hosts one or more
   * @param port 0 for one that is free at all of them
   * @throws LocalStreamException as {@link Transport#listen}
   */
  static ListenerGroup open(Transport transport, List<HostAddress> hosts, int port) {
    for (int tries = 1; true; tries++) {
      List<Listener> open = new ArrayList<>();
      try {
        bind(transport, hosts, port, open);
        return new ListenerGroup(open);
      } catch (LocalStreamException e) {
        open.forEach(Listener::close);
        boolean another = port == 0 && e.code() == FailureCode.ADDRESS_IN_USE && tries < MOST_TRIES;
        if (!another) {
          throw e;
        }
      }
    }
  }

  private static void bind(
      Transport transport, List<HostAddress> hosts, int port, List<Listener> open) {
    for (int i = 0; i < hosts.size(); i++) {
      int same = open.isEmpty() ? port : open.getFirst().endpoint().port();
      try {
        open.add(transport.listen(new Endpoint(hosts.get(i), same)));
      } catch (LocalStreamException e) {
        boolean lastHope = open.isEmpty() && i == hosts.size() - 1;
        if (e.code() != FailureCode.ADDRESS_NOT_LOCAL || lastHope) {
          throw e;
        }
      }
    }
  }

  List<Listener> listeners() {
    return listeners;
  }

  List<Endpoint> endpoints() {
    return listeners.stream().map(Listener::endpoint).toList();
  }

  @Override
  public void close() {
    listeners.forEach(Listener::close);
  }
}
