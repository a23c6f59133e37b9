package io.localstream.application.service;

import io.localstream.application.usecase.KeepSessions;
import io.localstream.application.usecase.OpenConnection;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.connection.SavedConnection;
import io.localstream.domain.device.DeviceId;
import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Side;
import io.localstream.domain.port.ConnectionStore;
import io.localstream.domain.port.SessionStore;
import io.localstream.domain.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Shows the sessions that are kept, and brings them back. Thread-safe. */
public final class SessionsService implements KeepSessions {
  private static final int MIN_DIGITS = 4;

  private final SessionStore sessions;
  private final ConnectionStore connections;
  private final Switchboard switchboard;
  private final OpenConnection opening;
  private final Reconnector reconnector;

  public SessionsService(
      SessionStore sessions,
      ConnectionStore connections,
      Switchboard switchboard,
      OpenConnection opening,
      Reconnector reconnector) {
    this.sessions = sessions;
    this.connections = connections;
    this.switchboard = switchboard;
    this.opening = opening;
    this.reconnector = reconnector;
  }

  @Override
  public List<Kept> list() {
    return sessions.all().stream().map(this::kept).toList();
  }

  private Kept kept(Session session) {
    return new Kept(session, switchboard.isOpen(session.id()));
  }

  @Override
  public Kept show(String session) {
    return kept(named(session));
  }

  @Override
  public Session forget(String session) {
    Session known = named(session);
    if (switchboard.isOpen(known.id())) {
      throw new LocalStreamException(
          FailureCode.INVALID_ARGUMENT,
          "that session is open; del_connection " + known.connection().port() + " ends it");
    }
    sessions.remove(known.id());
    return known;
  }

  private Session named(String typed) {
    String digits = typed.toLowerCase(Locale.ROOT);
    List<Session> found =
        sessions.all().stream()
            .filter(session -> digits.length() >= MIN_DIGITS)
            .filter(session -> session.id().toString().startsWith(digits))
            .toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw new LocalStreamException(
        FailureCode.NO_SUCH_SESSION,
        (found.isEmpty() ? "no session " : "several sessions ")
            + (found.isEmpty() ? "has" : "have")
            + " an identifier that begins with "
            + DisplayText.escape(typed)
            + " (sessions list shows all)");
  }

  @Override
  public Plan plan() {
    List<Connection> listening = switchboard.connections();
    Set<Endpoint> open = listening.stream().map(Connection::endpoint).collect(Collectors.toSet());
    List<SavedConnection> saved =
        connections.all().stream()
            .filter(kept -> listening.stream().noneMatch(kept::isOpenAs))
            .toList();
    Map<DeviceId, Session> latest = new LinkedHashMap<>();
    for (Session session : sessions.all()) {
      if (session.side() == Side.DIALLED) {
        latest.put(session.peer().id(), session);
      }
    }
    List<Session> wanted =
        latest.values().stream()
            .filter(Session::restorable)
            .filter(session -> !switchboard.isOpen(session.id()))
            .filter(session -> !open.contains(session.connection()))
            .toList();
    return new Plan(saved, wanted);
  }

  @Override
  public Restored restore() throws InterruptedException {
    Plan plan = plan();
    List<Connection> opened = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    for (SavedConnection saved : plan.connections()) {
      try {
        opened.add(
            opening.open(
                new OpenConnection.Command(
                    saved.anyAddress() ? Optional.empty() : Optional.of(saved.endpoint().host()),
                    saved.endpoint().port(),
                    saved.limit(),
                    true)));
      } catch (LocalStreamException e) {
        failures.add(saved.endpoint() + " can't be opened: " + e.getMessage());
      }
    }
    return outcome(opened, failures, wantAll(plan.sessions()));
  }

  /** All at once: a peer that is away must not keep the others waiting. */
  private List<Reconnector.First> wantAll(List<Session> wanted) throws InterruptedException {
    List<CompletableFuture<Reconnector.First>> tries =
        wanted.stream().map(reconnector::want).toList();
    List<Reconnector.First> firsts = new ArrayList<>();
    for (CompletableFuture<Reconnector.First> each : tries) {
      firsts.add(Waiting.on(each));
    }
    return firsts;
  }

  private static Restored outcome(
      List<Connection> opened, List<String> failures, List<Reconnector.First> firsts) {
    List<Session> connected = new ArrayList<>();
    List<Session> away = new ArrayList<>();
    List<String> problems = new ArrayList<>(failures);
    for (Reconnector.First first : firsts) {
      switch (first) {
        case Reconnector.First.Connected(Session session) -> connected.add(session);
        case Reconnector.First.Away(Session former) -> away.add(former);
        case Reconnector.First.Refused(Session former, LocalStreamException why) ->
            problems.add(former.peer().name().display() + ": " + why.getMessage());
      }
    }
    return new Restored(opened, connected, away, problems);
  }
}
