package io.localstream.domain.port.fake;

import io.localstream.domain.port.SessionStore;
import io.localstream.domain.session.Session;
import io.localstream.domain.session.SessionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@link SessionStore} that lasts as long as the object and drops nothing. Safe for several
 * threads.
 */
public final class InMemorySessionStore implements SessionStore {
  private final Map<SessionId, Session> sessions = new LinkedHashMap<>();

  @Override
  public synchronized void save(Session session) {
    sessions.put(session.id(), session);
  }

  @Override
  public synchronized Optional<Session> find(SessionId id) {
    return Optional.ofNullable(sessions.get(id));
  }

  @Override
  public synchronized List<Session> all() {
    return List.copyOf(sessions.values());
  }

  @Override
  public synchronized void remove(SessionId id) {
    sessions.remove(id);
  }
}
