package io.localstream.adapters.cli;

import io.localstream.application.usecase.OpenConnection;
import io.localstream.domain.connection.PeerLimit;
import java.util.Optional;

/** Commands that open a connection. */
final class Openings {
  private Openings() {}

  static OpenConnection.Command on(int port) {
    return new OpenConnection.Command(Optional.empty(), port, new PeerLimit(2), true);
  }
}
