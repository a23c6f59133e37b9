package io.localstream.application.service;

import io.localstream.application.conversation.LiveSession;
import io.localstream.application.usecase.CloseConnection;
import io.localstream.domain.connection.SavedConnection;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.ConnectionStore;
import io.localstream.domain.port.Discovery;
import java.util.List;
import java.util.Optional;

/** Closes connections, one or all. Thread-safe. */
public final class ClosingService implements CloseConnection {
  private final Switchboard switchboard;
  private final ConnectionStore store;
  private final TransferBook book;
  private final Reconnector reconnector;
  private final Discovery discovery;

  public ClosingService(
      Switchboard switchboard,
      ConnectionStore store,
      TransferBook book,
      Reconnector reconnector,
      Discovery discovery) {
    this.switchboard = switchboard;
    this.store = store;
    this.book = book;
    this.reconnector = reconnector;
    this.discovery = discovery;
  }

  @Override
  public void close(int port) {
    Optional<Runnable> closing =
        switchboard.remove(connection -> connection.endpoint().port() == port, LiveSession::hangUp);
    boolean wanted = reconnector.giveUp(port);
    closing.ifPresent(Runnable::run);
    List<Endpoint> saved =
        store.all().stream()
            .map(SavedConnection::endpoint)
            .filter(endpoint -> endpoint.port() == port)
            .toList();
    saved.forEach(store::remove);
    if (closing.isEmpty() && saved.isEmpty() && !wanted) {
      throw new LocalStreamException(
          FailureCode.NO_SUCH_CONNECTION,
          "there is no connection on port " + port + " (status lists them)");
    }
  }

  /** Ends all transfers, because this process is told to end. */
  void shutDown() {
    book.shutDown();
  }

  /** Ends everything that is open in this process, politely; what is saved stays saved. */
  public void closeAll() {
    book.cancelAll();
    reconnector.giveUpAll();
    switchboard.remove(connection -> true, LiveSession::close).ifPresent(Runnable::run);
    discovery.close();
  }
}
