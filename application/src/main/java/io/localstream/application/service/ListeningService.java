package io.localstream.application.service;

import io.localstream.application.usecase.OpenConnection;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.connection.SavedConnection;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.port.ConnectionStore;
import io.localstream.domain.port.Listener;
import io.localstream.domain.port.Neighbourhood;
import io.localstream.domain.port.Transport;
import java.util.stream.Stream;

/** Listens for peers. Thread-safe. */
public final class ListeningService implements OpenConnection {
  private static final HostAddress LOOPBACK = new HostAddress("127.0.0.1");

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
    Endpoint wanted =
        new Endpoint(command.host().orElseGet(this::addressOnLocalNetwork), command.port());
    if (command.port() != 0) {
      switchboard.requireFree(Connection.listening(wanted, command.limit()));
    }
    reception.prepare();
    Listener listener = network.transport().listen(wanted);
    Connection connection = Connection.listening(listener.endpoint(), command.limit());
    try {
      if (command.remember()) {
        store.save(new SavedConnection(connection.endpoint(), connection.limit()));
      }
      switchboard.add(
          connection,
          () -> {
            announcements.closed(connection.endpoint());
            listener.close();
          });
    } catch (LocalStreamException e) {
      listener.close();
      throw e;
    }
    reception.serve(listener);
    announcements.opened(connection.endpoint());
    return connection;
  }

  /** Default route first, loopback last, as the port gives them. */
  private HostAddress addressOnLocalNetwork() {
    return network.neighbourhood().interfaces().stream()
        .map(LocalInterface::addresses)
        .flatMap(
            addresses -> addresses.isEmpty() ? Stream.empty() : Stream.of(addresses.getFirst()))
        .findFirst()
        .orElse(LOOPBACK);
  }
}
