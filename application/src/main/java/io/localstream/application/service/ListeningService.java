package io.localstream.application.service;

import io.localstream.application.usecase.OpenConnection;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.connection.SavedConnection;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.network.ListeningAddresses;
import io.localstream.domain.port.ConnectionStore;
import io.localstream.domain.port.Neighbourhood;
import io.localstream.domain.port.Transport;
import java.util.List;

/** Listens for peers. Thread-safe. */
public final class ListeningService implements OpenConnection {
  private final Network network;
  private final ConnectionStore store;
  private final Switchboard switchboard;
  private final Reception reception;
  private final Announcements announcements;

  /** Where to listen. */
  public record Network(Transport transport, Neighbourhood neighbourhood) {}

  public ListeningService(
      Network network,
      ConnectionStore store,
      Switchboard switchboard,
      Reception reception,
      Announcements announcements) {
    this.network = network;
    this.store = store;
    this.switchboard = switchboard;
    this.reception = reception;
    this.announcements = announcements;
  }

  @Override
  public Connection open(Command command) {
    List<HostAddress> hosts =
        command
            .host()
            .map(List::of)
            .orElseGet(() -> ListeningAddresses.of(network.neighbourhood().interfaces()));
    if (command.port() != 0) {
      switchboard.requireFree(
          Connection.listening(
              hosts.stream().map(host -> new Endpoint(host, command.port())).toList(),
              command.limit()));
    }
    reception.prepare();
    ListenerGroup group = ListenerGroup.open(network.transport(), hosts, command.port());
    Connection connection = Connection.listening(group.endpoints(), command.limit());
    try {
      if (command.remember()) {
        remember(connection, command.host().isEmpty());
      }
      switchboard.add(connection, () -> close(connection, group));
    } catch (LocalStreamException e) {
      group.close();
      throw e;
    }
    group.listeners().forEach(listener -> reception.serve(listener, connection.endpoint()));
    connection.endpoints().forEach(announcements::opened);
    return connection;
  }

  private void close(Connection connection, ListenerGroup group) {
    connection.endpoints().forEach(announcements::closed);
    group.close();
  }

  /** The addresses may be others than when it was kept last; it is kept once. */
  private void remember(Connection connection, boolean anyAddress) {
    SavedConnection saved =
        new SavedConnection(connection.endpoint(), connection.limit(), anyAddress);
    store.save(saved);
    store.all().stream()
        .filter(kept -> kept.anyAddress() && kept.isOpenAs(connection))
        .map(SavedConnection::endpoint)
        .filter(endpoint -> !endpoint.equals(saved.endpoint()))
        .forEach(store::remove);
  }
}
