package io.localstream.adapters.cli;

import io.localstream.application.usecase.OpenConnection;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.util.Optional;
import java.util.Set;

/** Listens on the local network, so that the device where a code was typed finds this one. */
final class CodeDoor {
  /** The usual port; another one where it is taken. */
  static final int PORT = 7117;

  private static final int ANY_FREE = 0;
  private static final Set<FailureCode> TAKEN =
      Set.of(FailureCode.ADDRESS_IN_USE, FailureCode.CONNECTION_EXISTS);

  private final OpenConnection opening;

  CodeDoor(OpenConnection opening) {
    this.opening = opening;
  }

  Connection open(PeerLimit limit, boolean remember) {
    try {
      return open(PORT, limit, remember);
    } catch (LocalStreamException e) {
      if (!TAKEN.contains(e.code())) {
        throw e;
      }
      return open(ANY_FREE, limit, remember);
    }
  }

  private Connection open(int port, PeerLimit limit, boolean remember) {
    return opening.open(new OpenConnection.Command(Optional.empty(), port, limit, remember));
  }
}
