package io.localstream.domain.port;

import io.localstream.domain.device.RecordLimit;
import io.localstream.domain.session.Session;
import io.localstream.domain.session.SessionId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps sessions, open and ended ones. Visibility, atomicity and errors as in {@link TrustStore}.
 */
public interface SessionStore {
  /** How many ended sessions are kept at least; older ones may be dropped when saving. */
  RecordLimit KEPT = new RecordLimit(50, 1_000);

  /** Adds the session, or replaces the one with the same identifier, keeping its place. */
  void save(Session session);

  Optional<Session> find(SessionId id);

  /** All that are kept, oldest first. */
  List<Session> all();

  /** Forgets a session; one that is not there stays away. */
  void remove(SessionId id);
}
