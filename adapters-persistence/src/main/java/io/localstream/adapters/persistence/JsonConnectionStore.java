package io.localstream.adapters.persistence;

import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.connection.SavedConnection;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.ConnectionStore;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Saved connections in {@code connections.json}. Safe for several threads and processes. */
public final class JsonConnectionStore implements ConnectionStore {
  static final RowsForm<SavedConnection> FORM =
      new RowsForm<>(
          "connections", 1 << 20, JsonConnectionStore::write, JsonConnectionStore::readRow);

  private final JsonRows<SavedConnection> document;

  public JsonConnectionStore(LocalStreamHome home) {
    document = new JsonRows<>(home, FORM);
  }

  @Override
  public void save(SavedConnection connection) {
    document.change(rows -> rows.with(connection, SavedConnection::endpoint));
  }

  @Override
  public List<SavedConnection> all() {
    return document.read();
  }

  @Override
  public void remove(Endpoint endpoint) {
    document.change(rows -> rows.without(connection -> connection.endpoint().equals(endpoint)));
  }

  private static void write(SavedConnection connection, ObjectNode into) {
    EndpointJson.write(connection.endpoint(), into);
    into.put("limit", connection.limit().peers());
    if (connection.anyAddress()) {
      into.put("anyAddress", true);
    }
  }

  private static SavedConnection readRow(JsonFields from) {
    return new SavedConnection(
        EndpointJson.read(from),
        new PeerLimit(from.number("limit")),
        from.optionalFlag("anyAddress").orElse(false));
  }
}
