package io.localstream.domain.port.fake;

import io.localstream.domain.connection.SavedConnection;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.ConnectionStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A {@link ConnectionStore} that lasts as long as the object. Safe for several threads. */
public final class InMemoryConnectionStore implements ConnectionStore {
  private final Map<Endpoint, SavedConnection> connections = new LinkedHashMap<>();

  @Override
  public synchronized void save(SavedConnection connection) {
    connections.put(connection.endpoint(), connection);
  }

  @Override
  public synchronized List<SavedConnection> all() {
    return List.copyOf(connections.values());
  }

  @Override
  public synchronized void remove(Endpoint endpoint) {
    connections.remove(endpoint);
  }
}
