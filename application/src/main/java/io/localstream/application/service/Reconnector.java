package io.localstream.application.service;

import io.localstream.application.conversation.Threads;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.Lookout;
import io.localstream.domain.port.SessionStore;
import io.localstream.domain.port.Ticker;
import io.localstream.domain.session.Session;
import io.localstream.domain.session.SessionId;
import io.localstream.domain.time.Deadline;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps devices connected that a person wants to be connected to: dials them, and again with
 * growing pauses while they are away, also where they announce themselves at another address.
 * Thread-safe.
 */
public final class Reconnector {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(250);

  private final Dialler dialler;
  private final Announcements announcements;
  private final Switchboard switchboard;
  private final SessionStore store;
  private final Ticker ticker;
  private final EventObserver observer;
  private final Map<SessionId, Effort> efforts = new LinkedHashMap<>();

  /** Where it is from, what it is done for, and by which time. */
  public record Purpose(SessionStore store, Resumption resumption, Ticker ticker) {}

  public Reconnector(
      Dialler dialler,
      Announcements announcements,
      Switchboard switchboard,
      Purpose purpose,
      EventObserver observer) {
    this.dialler = dialler;
    this.announcements = announcements;
    this.switchboard = switchboard;
    this.store = purpose.store();
    this.ticker = purpose.ticker();
    this.observer = observer;
    purpose.resumption().redialWith(this::wantAgain);
  }

  /** How the first try went. */
  sealed interface First {
    /** The peer is connected. */
    record Connected(Session session) implements First {}

    /** The peer is away and will be tried again. */
    record Away(Session former) implements First {}

    /** The peer will not be tried again. */
    record Refused(Session former, LocalStreamException why) implements First {}
  }

  /** Wants a session back, in the background; tells how the first try went. */
  CompletableFuture<First> want(Session former) {
    Effort effort = new Effort(former);
    synchronized (this) {
      if (efforts.putIfAbsent(former.id(), effort) != null) {
        return CompletableFuture.completedFuture(new First.Away(former));
      }
      effort.thread = Threads.start("reconnecting", effort::run);
    }
    return effort.first;
  }

  /** How the tries go is told by events. */
  private void wantAgain(Session former) {
    CompletableFuture<First> _ = want(former);
  }

  /** Gives up the peers that are wanted through that port; whether there were any. */
  boolean giveUp(int port) {
    return giveUp(effort -> effort.former.connection().port() == port);
  }

  /** Gives up all. */
  void giveUpAll() {
    giveUp(_ -> true);
  }

  private boolean giveUp(Predicate<Effort> which) {
    List<Effort> gone;
    synchronized (this) {
      gone = efforts.values().stream().filter(which).toList();
      efforts.values().removeAll(gone);
    }
    gone.forEach(Effort::stop);
    return !gone.isEmpty();
  }

  private synchronized void forget(Effort effort) {
    efforts.remove(effort.former.id(), effort);
  }

  /** One peer that is wanted. */
  private final class Effort {
    private final Session former;
    private final CompletableFuture<First> first = new CompletableFuture<>();
    private volatile boolean stopped;
    private volatile @Nullable Thread thread;

    Effort(Session former) {
      this.former = former;
    }

    void stop() {
      stopped = true;
      Thread runner = thread;
      if (runner != null) {
        runner.interrupt();
      }
    }

    void run() {
      try (Lookout lookout = announcements.watch(List.of(former.peer().id()))) {
        Duration pause = FIRST_PAUSE;
        while (!stopped) {
          pause = attempt(lookout, pause);
        }
      } catch (InterruptedException _) {
        // Given up.
      } finally {
        first.complete(new First.Away(former));
        forget(this);
      }
    }

    /** One round: over all places, and then either the session's life or a pause. */
    private Duration attempt(Lookout lookout, Duration pause) throws InterruptedException {
      Optional<LocalStreamException> failure = Optional.empty();
      for (Endpoint place : places(lookout)) {
        try {
          Session session = dialler.dial(call(place));
          if (!first.complete(new First.Connected(session))) {
            observer.on(new LocalStreamEvent.PeerBack(session));
          }
          awaitEnd(session);
          return FIRST_PAUSE;
        } catch (LocalStreamException e) {
          if (place.equals(former.connection())) {
            failure = Optional.of(e);
          }
          // Anybody can announce the device elsewhere: what is said there does not end this.
        }
      }
      LocalStreamException why = failure.orElseThrow();
      if (!why.code().isRetryable()) {
        stopped = true;
        first.complete(new First.Refused(former, why));
        return pause;
      }
      first.complete(new First.Away(former));
      observer.on(
          new LocalStreamEvent.PeerAway(
              former.peer().name(), former.connection(), pause, String.valueOf(why.getMessage())));
      rest(lookout, pause);
      Duration next = pause.multipliedBy(2);
      return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private Dialler.Call call(Endpoint place) {
      return new Dialler.Call(
          place, Optional.empty(), Optional.of(former.peer().id()), Optional.of(former), true);
    }

    private List<Endpoint> places(Lookout lookout) {
      Set<Endpoint> places = new LinkedHashSet<>();
      lookout.heard().stream()
          .filter(PeerSearch.of(former.peer().id()))
          .map(Announcement::endpoint)
          .forEach(places::add);
      places.add(former.connection());
      return List.copyOf(places);
    }

    /** Waits for the end of a session; one that somebody wanted to end is not wanted back. */
    private void awaitEnd(Session session) throws InterruptedException {
      switchboard.awaitEnd(session.id());
      stopped = stopped || !store.find(session.id()).map(Session::restorable).orElse(false);
    }

    /** Waits, or until the peer announces itself somewhere. */
    private void rest(Lookout lookout, Duration pause) throws InterruptedException {
      List<Announcement> heard = lookout.heard();
      List<Endpoint> before = places(lookout);
      Deadline deadline = Deadline.in(ticker, pause);
      while (!deadline.isOver() && !stopped && places(lookout).equals(before)) {
        heard = lookout.awaitOther(heard, deadline.leftUpTo(LOOK));
      }
    }
  }
}
