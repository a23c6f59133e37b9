package io.localstream.adapters.persistence;

import io.localstream.domain.port.SessionStore;
import io.localstream.domain.session.Session;
import io.localstream.domain.session.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Sessions in {@code sessions.json}; beyond {@link SessionStore#KEPT_SESSIONS} the oldest ended
 * ones are dropped. Safe for several threads and processes.
 */
public final class JsonSessionStore implements SessionStore {
  private final JsonDocument<List<Session>> document;

  public JsonSessionStore(LocalStreamHome home) {
    document = new JsonDocument<>(home, new SessionForm());
  }

  @Override
  public void save(Session session) {
    document.change(sessions -> dropOldest(KeyedList.with(sessions, session, Session::id)));
  }

  private static List<Session> dropOldest(List<Session> sessions) {
    long ended = sessions.stream().filter(Predicate.not(Session::isOpen)).count();
    List<Session> dropped =
        sessions.stream()
            .filter(Predicate.not(Session::isOpen))
            .limit(Math.max(0, ended - KEPT_SESSIONS))
            .toList();
    return sessions.stream().filter(Predicate.not(dropped::contains)).toList();
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return all().stream().filter(session -> session.id().equals(id)).findFirst();
  }

  @Override
  public List<Session> all() {
    return document.read();
  }

  @Override
  public void remove(SessionId id) {
    document.change(sessions -> KeyedList.without(sessions, id, Session::id));
  }
}
