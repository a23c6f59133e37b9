package io.localstream.adapters.persistence;

import io.localstream.domain.port.SessionStore;
import io.localstream.domain.session.Session;
import io.localstream.domain.session.SessionId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Sessions, each in a file of the folder {@code sessions}: they are saved often, and change one by
 * one. Beyond {@link SessionStore#KEPT} the oldest ended ones are dropped now and then. Safe for
 * several threads and processes.
 */
public final class JsonSessionStore implements SessionStore {
  /** Whenever so many more have come, it is looked whether some can go. */
  static final int DROPPED_AT_ONCE = 50;

  private static final Comparator<Session> OLDEST_FIRST =
      Comparator.comparing(Session::since).thenComparing(session -> session.id().value());

  private final JsonFolder<Session> folder;

  public JsonSessionStore(LocalStreamHome home) {
    folder = new JsonFolder<>(home, "sessions", new SessionForm());
  }

  @Override
  public void save(Session session) {
    Optional<Integer> added = folder.write(session.id().value(), session);
    if (added.isPresent() && added.get() % DROPPED_AT_ONCE == 0) {
      dropOldest();
    }
  }

  private void dropOldest() {
    List<Session> ended = all().stream().filter(Predicate.not(Session::isOpen)).toList();
    folder.remove(
        KEPT.surplus(ended, session -> session.peer().id()).stream()
            .map(session -> session.id().value())
            .toList());
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return folder.read(id.value());
  }

  @Override
  public List<Session> all() {
    return folder.readAll().stream().sorted(OLDEST_FIRST).toList();
  }

  @Override
  public void remove(SessionId id) {
    folder.remove(List.of(id.value()));
  }
}
