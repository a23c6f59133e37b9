package io.localstream.application.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.application.conversation.LiveSession;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.session.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SwitchboardTest {
  private static final Endpoint PEER = Endpoint.of("192.168.1.7", 4711);
  private static final SessionId NOBODY = new SessionId(new UUID(0, 9));

  private final Switchboard board = new Switchboard();

  @Test
  void whoGivesUpTakesOffWhatItHasAddedAlone() {
    Runnable first = () -> {};
    Runnable second = Thread::onSpinWait;
    board.add(Connection.dialled(PEER), first);
    board.remove(first, LiveSession::hangUp);
    board.add(Connection.dialled(PEER), second);

    board.leave(PEER, NOBODY);
    assertThat(board.remove(first, LiveSession::hangUp)).isEmpty();

    assertThat(board.connections()).hasSize(1);
    assertThat(board.remove(second, LiveSession::hangUp)).isPresent();
    assertThat(board.connections()).isEmpty();
  }

  @Test
  void thoseWhoAreSentAwayDoNotShortenTheWaitForAPeer() throws Exception {
    Runnable closing = () -> {};
    board.add(Connection.dialled(PEER), closing);
    FutureTask<List<LiveSession>> waiting =
        new FutureTask<>(() -> board.awaitSessions(PEER.port(), _ -> true, Duration.ofSeconds(50)));
    Thread waiter = Thread.ofPlatform().start(waiting);
    while (waiter.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }

    for (int i = 0; i < 2_000; i++) {
      board.leave(PEER, NOBODY);
      Thread.yield();
    }
    assertThat(waiting.isDone()).isFalse();

    board.remove(closing, LiveSession::hangUp);
    assertThat(waiting.get()).as("the connection is closed").isEmpty();
  }
}
