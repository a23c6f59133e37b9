package io.localstream.adapters.persistence;

import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.connection.SavedConnection;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.ConnectionStore;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Saved connections in {@code connections.json}. Safe for several threads and processes. */
public final class JsonConnectionStore implements ConnectionStore {
  private final JsonDocument<List<SavedConnection>> document;

  public JsonConnectionStore(LocalStreamHome home) {
    document = new JsonDocument<>(home, new Form(), List.of());
  }

  @Override
  public void save(SavedConnection connection) {
    document.change(
        connections -> KeyedList.with(connections, connection, SavedConnection::endpoint));
  }

  @Override
  public List<SavedConnection> all() {
    return document.read();
  }

  @Override
  public void remove(Endpoint endpoint) {
    document.change(
        connections -> KeyedList.without(connections, endpoint, SavedConnection::endpoint));
  }

  /** How they are written. */
  static final class Form implements JsonForm<List<SavedConnection>> {
    @Override
    public String name() {
      return "connections";
    }

    @Override
    public void write(List<SavedConnection> connections, ObjectNode into) {
      ArrayNode array = into.putArray("connections");
      for (SavedConnection connection : connections) {
        ObjectNode object = array.addObject();
        EndpointJson.write(connection.endpoint(), object);
        object.put("limit", connection.limit().peers());
        if (connection.anyAddress()) {
          object.put("anyAddress", true);
        }
      }
    }

    @Override
    public List<SavedConnection> read(JsonFields from) {
      return from.list(
          "connections",
          connection ->
              new SavedConnection(
                  EndpointJson.read(connection),
                  new PeerLimit(connection.number("limit")),
                  connection.optionalFlag("anyAddress").orElse(false)));
    }
  }
}
