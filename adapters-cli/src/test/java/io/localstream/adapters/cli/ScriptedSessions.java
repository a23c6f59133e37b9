package io.localstream.adapters.cli;

import io.localstream.application.usecase.KeepSessions;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.connection.SavedConnection;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.session.Session;
import java.util.ArrayList;
import java.util.List;

/** Kept sessions in memory; peers called away are away. */
final class ScriptedSessions implements KeepSessions {
  final List<Kept> kept = new ArrayList<>();
  final List<SavedConnection> saved = new ArrayList<>();
  final List<String> failures = new ArrayList<>();
  boolean restored;

  @Override
  public List<Kept> list() {
    return List.copyOf(kept);
  }

  @Override
  public Kept show(String session) {
    return kept.stream()
        .filter(one -> one.session().id().toString().startsWith(session))
        .findFirst()
        .orElseThrow(() ->
            new LocalStreamException(
                FailureCode.NO_SUCH_SESSION,
                "no session begins with " + session + "; sessions list shows them"));
  }

  @Override
  public Session forget(String session) {
    Kept found = show(session);
    kept.remove(found);
    return found.session();
  }

  @Override
  public Plan plan() {
    return new Plan(saved, sessions());
  }

  @Override
  public Restored restore() {
    restored = true;
    return new Restored(
        saved.stream().map(one -> Connection.listening(one.endpoint(), one.limit())).toList(),
        sessions().stream().filter(one -> !isAway(one)).toList(),
        sessions().stream().filter(ScriptedSessions::isAway).toList(),
        failures);
  }

  private List<Session> sessions() {
    return kept.stream().filter(one -> !one.openHere()).map(Kept::session).toList();
  }

  private static boolean isAway(Session session) {
    return session.peer().name().value().startsWith("away");
  }
}
