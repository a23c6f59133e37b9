package io.localstream.domain.port;

import io.localstream.domain.connection.SavedConnection;
import io.localstream.domain.network.Endpoint;
import java.util.List;

/**
 * Keeps the listening connections that a person opened, until they are deleted. Visibility,
 * atomicity and errors as in {@link TrustStore}.
 */
public interface ConnectionStore {
  /** Adds the connection, or replaces the one on the same endpoint, keeping its place. */
  void save(SavedConnection connection);

  /** All that are kept, oldest first. */
  List<SavedConnection> all();

  /** Forgets a connection; one that is not there stays away. */
  void remove(Endpoint endpoint);
}
