package io.localstream.domain.connection;

import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Side;
import java.util.Objects;

/**
 * A listening connection as it is kept, so that it can be opened again.
 *
 * @param endpoint where it listened, or the first of several
 * @param anyAddress whether no address was asked for: it is opened again at the addresses that this
 *     device has by then
 */
public record SavedConnection(Endpoint endpoint, PeerLimit limit, boolean anyAddress) {
  public SavedConnection {
    Objects.requireNonNull(endpoint);
    Objects.requireNonNull(limit);
  }

  /** At the address that was asked for. */
  public SavedConnection(Endpoint endpoint, PeerLimit limit) {
    this(endpoint, limit, false);
  }

  /** Whether that one is what is kept here. */
  public boolean isOpenAs(Connection connection) {
    return connection.side() == Side.LISTENING
        && (connection.endpoints().contains(endpoint)
            || (anyAddress && connection.endpoint().port() == endpoint.port()));
  }
}
