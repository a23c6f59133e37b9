package io.localstream.domain.connection;

import io.localstream.domain.network.Endpoint;
import java.util.Objects;

/** A listening connection as it is kept, so that it can be opened again. */
public record SavedConnection(Endpoint endpoint, PeerLimit limit) {
  public SavedConnection {
    Objects.requireNonNull(endpoint);
    Objects.requireNonNull(limit);
  }
}
