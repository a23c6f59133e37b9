package io.localstream.application.service;

import io.localstream.application.conversation.Admission;
import io.localstream.application.conversation.LiveSession;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Side;
import io.localstream.domain.session.SessionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The open connections of this process and who is connected through them: the one place where that
 * changes. Thread-safe.
 */
public final class Switchboard {
  private final Map<Endpoint, Entry> entries = new LinkedHashMap<>();
  private final Map<SessionId, LiveSession> sessions = new LinkedHashMap<>();
  private final Changes changes = new Changes();

  /** An open connection and what has to be closed with it. */
  private record Entry(Connection connection, Runnable closing) {
    Entry with(Connection changed) {
      return new Entry(changed, closing);
    }
  }

  /**
   * Adds a connection.
   *
   * @param closing stops what serves the connection
   * @throws LocalStreamException {@code CONNECTION_EXISTS}
   */
  synchronized void add(Connection connection, Runnable closing) {
    requireFree(connection);
    entries.put(connection.endpoint(), new Entry(connection, closing));
  }

  /** As {@link #add}, but adds nothing. */
  synchronized void requireFree(Connection wanted) {
    for (Entry entry : entries.values()) {
      requireApart(wanted, entry.connection());
    }
  }

  private static void requireApart(Connection wanted, Connection other) {
    boolean listens = other.side() == Side.LISTENING;
    boolean wantsToListen = wanted.side() == Side.LISTENING;
    if (listens && wantsToListen && other.endpoint().port() == wanted.endpoint().port()) {
      throw new LocalStreamException(
          FailureCode.CONNECTION_EXISTS,
          "there is a connection on port "
              + wanted.endpoint().port()
              + " already: "
              + other.endpoint());
    }
    if (other.endpoints().contains(wanted.endpoint())) {
      throw listens
          ? new LocalStreamException(
              FailureCode.OWN_DEVICE, wanted.endpoint() + " is this device itself")
          : new LocalStreamException(
              FailureCode.CONNECTION_EXISTS, "already connected to " + other.endpoint());
    }
  }

  /**
   * Takes the connections that match off the board, and returns what to do to close them.
   *
   * @param ending closes a session
   */
  Optional<Runnable> remove(Predicate<Connection> which, Consumer<LiveSession> ending) {
    return removeEntries(entry -> which.test(entry.connection()), ending);
  }

  /** As {@link #remove(Predicate, Consumer)}, the one that was added with this closing. */
  Optional<Runnable> remove(Runnable closing, Consumer<LiveSession> ending) {
    return removeEntries(entry -> entry.closing().equals(closing), ending);
  }

  private synchronized Optional<Runnable> removeEntries(
      Predicate<Entry> which, Consumer<LiveSession> ending) {
    List<Runnable> closing = new ArrayList<>();
    List<Endpoint> gone = new ArrayList<>();
    for (Entry entry : entries.values()) {
      if (which.test(entry)) {
        gone.add(entry.connection().endpoint());
        closing.add(entry.closing());
        entry.connection().peers().stream()
            .map(sessions::get)
            .filter(session -> session != null)
            .forEach(session -> closing.add(() -> ending.accept(session)));
      }
    }
    gone.forEach(entries::remove);
    changed();
    return gone.isEmpty() ? Optional.empty() : Optional.of(() -> closing.forEach(Runnable::run));
  }

  /** A place on a connection for a session that is about to begin. */
  Admission place(Endpoint endpoint, SessionId fresh) {
    return new Admission() {
      private SessionId session = fresh;

      @Override
      public void requireRoom() {
        room(endpoint);
      }

      @Override
      public void admit() {
        synchronized (Switchboard.this) {
          Entry entry = room(endpoint);
          entries.put(endpoint, entry.with(entry.connection().admit(session)));
        }
      }

      @Override
      public boolean become(SessionId former) {
        synchronized (Switchboard.this) {
          Entry entry = entries.get(endpoint);
          if (entry == null || isTaken(former)) {
            return false;
          }
          Connection without = entry.connection().release(session);
          entries.put(endpoint, entry.with(without.admit(former)));
          session = former;
          return true;
        }
      }

      @Override
      public void release() {
        leave(endpoint, session);
      }
    };
  }

  private boolean isTaken(SessionId session) {
    return entries.values().stream()
        .anyMatch(entry -> entry.connection().peers().contains(session));
  }

  private synchronized Entry room(Endpoint endpoint) {
    Entry entry = entries.get(endpoint);
    if (entry == null) {
      throw new LocalStreamException(FailureCode.CLOSED, "the connection was closed meanwhile");
    }
    if (entry.connection().isFull()) {
      throw new LocalStreamException(
          FailureCode.LIMIT_REACHED,
          "the connection on port "
              + endpoint.port()
              + " has as many peers as it may ("
              + entry.connection().limit().peers()
              + ")");
    }
    return entry;
  }

  /**
   * Puts a session through that has its place.
   *
   * @throws LocalStreamException {@code CLOSED} when its connection was closed meanwhile
   */
  synchronized void join(LiveSession session) {
    if (!entries.containsKey(session.session().connection())) {
      throw new LocalStreamException(FailureCode.CLOSED, "the connection was closed meanwhile");
    }
    sessions.put(session.session().id(), session);
    changed();
  }

  /** Takes a session off; an outgoing connection ends with it. */
  synchronized void leave(Endpoint endpoint, SessionId session) {
    sessions.remove(session);
    changed();
    Entry entry = entries.get(endpoint);
    if (entry == null) {
      return;
    }
    if (entry.connection().side() == Side.DIALLED) {
      // Another may have dialled the same meanwhile.
      if (entry.connection().peers().contains(session)) {
        entries.remove(endpoint);
      }
    } else {
      entries.put(endpoint, entry.with(entry.connection().release(session)));
    }
  }

  /** Waits until a session is not on the board any more. */
  synchronized void awaitEnd(SessionId session) throws InterruptedException {
    while (sessions.containsKey(session)) {
      wait();
    }
  }

  synchronized boolean isOpen(SessionId session) {
    return sessions.containsKey(session);
  }

  synchronized List<Connection> connections() {
    return entries.values().stream().map(Entry::connection).toList();
  }

  synchronized List<LiveSession> sessions() {
    return List.copyOf(sessions.values());
  }

  /** The sessions on connections with that port. */
  synchronized List<LiveSession> sessionsOn(int port) {
    return sessions.values().stream()
        .filter(session -> session.session().connection().port() == port)
        .toList();
  }

  synchronized boolean hasPort(int port) {
    return entries.keySet().stream().anyMatch(endpoint -> endpoint.port() == port);
  }

  /**
   * Waits for a session on a connection with that port.
   *
   * @return those that match; empty when none came in time or the connection was closed
   */
  List<LiveSession> awaitSessions(int port, Predicate<LiveSession> which, Duration longest)
      throws InterruptedException {
    long remaining = TimeUnit.NANOSECONDS.convert(longest);
    while (true) {
      long seen = changes.count();
      List<LiveSession> found = sessionsOn(port).stream().filter(which).toList();
      if (!found.isEmpty() || remaining <= 0 || !hasPort(port)) {
        return found;
      }
      remaining = changes.await(seen, remaining);
    }
  }

  private void changed() {
    notifyAll();
    changes.tell();
  }
}
