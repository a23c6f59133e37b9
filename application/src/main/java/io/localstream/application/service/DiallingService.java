package io.localstream.application.service;

import io.localstream.application.conversation.LiveSession;
import io.localstream.application.conversation.Threads;
import io.localstream.application.conversation.Timeouts;
import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Side;
import io.localstream.domain.port.ChannelSecurity;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.SecureChannel;
import io.localstream.domain.port.Transport;
import io.localstream.domain.session.Session;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Dials devices that listen. Thread-safe. */
public final class DiallingService implements ConnectToPeer {
  private final Transport transport;
  private final ChannelSecurity security;
  private final Switchboard switchboard;
  private final SessionStarter sessions;
  private final Timeouts timeouts;

  public DiallingService(
      Transport transport,
      ChannelSecurity security,
      Switchboard switchboard,
      SessionStarter sessions,
      Timeouts timeouts) {
    this.transport = transport;
    this.security = security;
    this.switchboard = switchboard;
    this.sessions = sessions;
    this.timeouts = timeouts;
  }

  @Override
  public Session connect(Endpoint remote) throws InterruptedException {
    Attempt attempt = new Attempt();
    switchboard.add(Connection.dialled(remote), attempt::giveUp);
    boolean connected = false;
    try {
      Session session = attempt.run(remote);
      connected = true;
      return session;
    } finally {
      if (!connected) {
        attempt.giveUp();
        switchboard.remove(connection -> connection.endpoint().equals(remote));
      }
    }
  }

  /** One try, held in a thread of its own, so that whoever asked for it can give it up. */
  private final class Attempt {
    private final CompletableFuture<LiveSession> outcome = new CompletableFuture<>();
    private final CompletableFuture<Link> link = new CompletableFuture<>();

    Session run(Endpoint remote) throws InterruptedException {
      Threads.start("session " + remote, () -> hold(remote));
      try {
        return outcome.get().session();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        throw new IllegalStateException(e.getCause());
      }
    }

    private void hold(Endpoint remote) {
      LiveSession session;
      try {
        sessions.prepare();
        Link dialled = transport.dial(remote, new Greeting.Control(), timeouts.handshake());
        if (!link.complete(dialled)) {
          dialled.close();
        }
        SecureChannel channel = security.initiate(dialled, timeouts.handshake());
        session = sessions.start(channel, remote, Side.DIALLED);
      } catch (RuntimeException e) {
        outcome.completeExceptionally(e);
        return;
      }
      outcome.complete(session);
      session.run();
    }

    /** Hangs up where the attempt has not come to a session. */
    void giveUp() {
      if (!outcome.isDone()) {
        link.cancel(false);
        if (link.isDone() && !link.isCompletedExceptionally()) {
          link.join().close();
        }
      }
    }
  }
}
