package io.localstream.application.service;

import io.localstream.application.conversation.LaneDesk;
import io.localstream.application.conversation.LiveSession;
import io.localstream.application.conversation.Threads;
import io.localstream.application.conversation.Timeouts;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.ChannelSecurity;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.IncomingLink;
import io.localstream.domain.port.Listener;
import io.localstream.domain.port.SecureChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Receives whoever comes to a listening connection: lanes go to their transfers, devices to their
 * introduction, and everything else is sent away. Strangers are few at a time, and share the places
 * by their addresses, so that they can't keep others out. Thread-safe.
 */
public final class Reception {
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

  /**
   * So many links may be there that have not said their first word; as many whose other end has not
   * proved anything yet; and as many in their introduction: a hundred may well come at once.
   */
  private static final int MAX_OF_A_KIND = 128;

  private final SessionStarter sessions;
  private final ChannelSecurity security;
  private final LaneDesk lanes;
  private final Timeouts timeouts;
  private final EventObserver observer;
  private final Strangers arriving = new Strangers(MAX_OF_A_KIND);
  private final Strangers shakingHands = new Strangers(MAX_OF_A_KIND);
  private final Strangers introducing = new Strangers(MAX_OF_A_KIND);

  public Reception(
      SessionStarter sessions,
      ChannelSecurity security,
      LaneDesk lanes,
      Timeouts timeouts,
      EventObserver observer) {
    this.sessions = sessions;
    this.security = security;
    this.lanes = lanes;
    this.timeouts = timeouts;
    this.observer = observer;
  }

  /** Gets ready to receive, before anybody can come. */
  void prepare() {
    sessions.prepare();
  }

  /**
   * Serves a listener in the background until it is closed.
   *
   * @param connection the first endpoint of the connection that it belongs to
   */
  void serve(Listener listener, Endpoint connection) {
    Threads.start("listener " + listener.endpoint(), () -> acceptUntilClosed(listener, connection));
  }

  private void acceptUntilClosed(Listener listener, Endpoint connection) {
    while (true) {
      try {
        listener.accept(POLL).ifPresent(link -> take(link, connection));
      } catch (RuntimeException | Error e) {
        if (e instanceof LocalStreamException failure && failure.code() == FailureCode.CLOSED) {
          return;
        }
        // Too many open files or threads, for example: it passes, and the connection stays open.
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void take(IncomingLink link, Endpoint connection) {
    arriving.enter(link);
    try {
      Threads.start("arrival", () -> receive(link, connection));
    } catch (Error e) {
      sendAway(link);
      throw e;
    }
  }

  private void receive(IncomingLink link, Endpoint connection) {
    try {
      switch (link.greeting(timeouts.greeting())) {
        case Greeting.Lane(var ticket) -> {
          arriving.leave(link);
          lanes.arrived(ticket, link);
        }
        case Greeting.Control() -> {
          // Those who say nothing do not take the places of those who have begun.
          arriving.leave(link);
          shakingHands.enter(link);
          SecureChannel channel = security.respond(link, timeouts.handshake());
          shakingHands.leave(link);
          introduce(channel, connection);
        }
      }
    } catch (RuntimeException | Error e) {
      // Noise, a port scan, a slow stranger: nobody who could be named, so nobody is told.
      sendAway(link);
    }
  }

  private void sendAway(IncomingLink link) {
    arriving.leave(link);
    shakingHands.leave(link);
    link.close();
  }

  private void introduce(SecureChannel channel, Endpoint connection) {
    introducing.enter(channel);
    Optional<LiveSession> session;
    try {
      session = start(channel, connection);
    } finally {
      introducing.leave(channel);
    }
    session.ifPresent(LiveSession::run);
  }

  private Optional<LiveSession> start(SecureChannel channel, Endpoint connection) {
    Endpoint remote = channel.remote();
    try {
      return Optional.of(sessions.start(channel, connection, Beginning.listening()));
    } catch (LocalStreamException e) {
      if (e.code() != FailureCode.CODE_WRONG) {
        // A wrong code has been told as such.
        observer.on(new LocalStreamEvent.PeerRefused(remote, e.code(), e.getMessage()));
      }
      return Optional.empty();
    }
  }
}
