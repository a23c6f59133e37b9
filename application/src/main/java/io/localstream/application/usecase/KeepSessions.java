package io.localstream.application.usecase;

import io.localstream.domain.connection.Connection;
import io.localstream.domain.connection.SavedConnection;
import io.localstream.domain.session.Session;
import java.util.List;
import java.util.Objects;

/**
 * Shows the sessions that are kept, and brings back those that ended without anybody wanting it. A
 * session is named by its identifier or the beginning of it (at least four digits); every method
 * with such a name throws {@code NO_SUCH_SESSION} where that is none, or more than one.
 */
public interface KeepSessions {
  /** All that are kept, oldest first, each with whether it is open in this process. */
  List<Kept> list();

  Kept show(String session);

  /**
   * Forgets a session and what it could be gone on with.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code INVALID_ARGUMENT}: it is open
   *     in this process
   */
  Session forget(String session);

  /** What {@link #restore()} would do now. */
  Plan plan();

  /**
   * Opens the saved connections again and connects to the peers of sessions that this device had
   * dialled; a peer that is away is tried again with growing pauses until it is there, the device
   * is closed, or its connection is closed. Returns once every connection is open and each peer was
   * tried once. No prompt is asked for a pinned peer.
   */
  Restored restore() throws InterruptedException;

  /**
   * A kept session.
   *
   * @param openHere whether it is open in this process
   */
  record Kept(Session session, boolean openHere) {
    public Kept {
      Objects.requireNonNull(session);
    }
  }

  /**
   * What there is to bring back.
   *
   * @param connections saved connections that are not open
   * @param sessions the latest session with each peer that was dialled and that nobody ended
   */
  record Plan(List<SavedConnection> connections, List<Session> sessions) {
    public Plan {
      connections = List.copyOf(connections);
      sessions = List.copyOf(sessions);
    }

    public boolean isEmpty() {
      return connections.isEmpty() && sessions.isEmpty();
    }
  }

  /**
   * What was brought back.
   *
   * @param connections now open
   * @param sessions now open
   * @param away peers that are being tried again
   * @param failures connections that could not be opened and peers that will not be tried again,
   *     one line for a person each
   */
  record Restored(
      List<Connection> connections,
      List<Session> sessions,
      List<Session> away,
      List<String> failures) {
    public Restored {
      connections = List.copyOf(connections);
      sessions = List.copyOf(sessions);
      away = List.copyOf(away);
      failures = List.copyOf(failures);
    }
  }
}
