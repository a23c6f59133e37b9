package io.localstream.application.usecase;

import io.localstream.domain.connection.Connection;
import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.network.HostAddress;
import java.util.Objects;
import java.util.Optional;

/** Listens for peers. */
public interface OpenConnection {
  /**
   * Starts to listen; returns once the addresses are bound, all on one port. Peers are then
   * admitted in the background until the connection is closed.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code CONNECTION_EXISTS}: this
   *     device listens on that port already; {@code STORE_*}; or as {@link
   *     io.localstream.domain.port.Transport#listen}
   */
  Connection open(Command command);

  /**
   * Where to listen, and for how many peers.
   *
   * @param host the address to listen on; empty for all of this device's on its local networks, see
   *     {@link io.localstream.domain.network.ListeningAddresses}
   * @param port 1 to 65,535, or 0 for one that is free
   * @param remember whether to keep it among the saved connections
   */
  record Command(Optional<HostAddress> host, int port, PeerLimit limit, boolean remember) {
    public Command {
      Objects.requireNonNull(host);
      Objects.requireNonNull(limit);
    }
  }
}
