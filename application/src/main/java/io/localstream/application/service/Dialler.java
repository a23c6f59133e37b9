package io.localstream.application.service;

import io.localstream.application.conversation.Approach;
import io.localstream.application.conversation.HeldCode;
import io.localstream.application.conversation.LiveSession;
import io.localstream.application.conversation.Threads;
import io.localstream.application.conversation.Timeouts;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.device.DeviceId;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.ChannelSecurity;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.SecureChannel;
import io.localstream.domain.port.Transport;
import io.localstream.domain.session.Session;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Makes connections to devices that listen. Thread-safe. */
public final class Dialler {
  private final Transport transport;
  private final ChannelSecurity security;
  private final Switchboard switchboard;
  private final SessionStarter sessions;
  private final Timeouts timeouts;

  public Dialler(
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

  /**
   * Whom to dial, and what for.
   *
   * @param code what the person at the other end has read out
   * @param expected the device that must answer
   * @param former the session to go on with
   * @param remember whether the session is one that is brought back later
   */
  record Call(
      Endpoint remote,
      Optional<HeldCode> code,
      Optional<DeviceId> expected,
      Optional<Session> former,
      boolean remember) {
    Beginning beginning() {
      return new Beginning(
          new Approach.Dialling(code, expected, former.flatMap(Session::secret)), former, remember);
    }
  }

  /** As {@link io.localstream.application.usecase.ConnectToPeer#connect}. */
  Session dial(Call call) throws InterruptedException {
    Endpoint remote = call.remote();
    Attempt attempt = new Attempt();
    Runnable givingUp = attempt::giveUp;
    switchboard.add(Connection.dialled(remote), givingUp);
    boolean connected = false;
    try {
      Session session = attempt.run(call);
      connected = true;
      return session;
    } finally {
      if (!connected) {
        attempt.giveUp();
        // Its own alone: somebody else may have dialled the same meanwhile.
        switchboard.remove(givingUp, LiveSession::hangUp).ifPresent(Runnable::run);
      }
    }
  }

  /** Ends a session that nobody wants after all. */
  void hangUp(Session session) {
    switchboard
        .remove(
            connection -> connection.endpoint().equals(session.connection()), LiveSession::hangUp)
        .ifPresent(Runnable::run);
  }

  /** One try, held in a thread of its own, so that whoever asked for it can give it up. */
  private final class Attempt {
    private final CompletableFuture<LiveSession> outcome = new CompletableFuture<>();
    private final CompletableFuture<Link> link = new CompletableFuture<>();

    Session run(Call call) throws InterruptedException {
      Threads.start("session " + call.remote(), () -> hold(call));
      return Waiting.on(outcome).session();
    }

    private void hold(Call call) {
      LiveSession session;
      try {
        sessions.prepare();
        Link dialled = transport.dial(call.remote(), new Greeting.Control(), timeouts.handshake());
        if (!link.complete(dialled)) {
          dialled.close();
        }
        SecureChannel channel = security.initiate(dialled, timeouts.handshake());
        session = sessions.start(channel, call.remote(), call.beginning());
      } catch (RuntimeException | Error e) {
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
