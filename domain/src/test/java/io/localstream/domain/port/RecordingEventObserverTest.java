package io.localstream.domain.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.domain.event.LocalStreamEvent.AwaitingApproval;
import io.localstream.domain.event.LocalStreamEvent.ConnectionClosed;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.fake.RecordingEventObserver;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecordingEventObserverTest {
  private final RecordingEventObserver observer = new RecordingEventObserver();
  private final AwaitingApproval first = new AwaitingApproval(Endpoint.of("a", 1));
  private final AwaitingApproval second = new AwaitingApproval(Endpoint.of("b", 2));

  @Test
  void remembersEventsInOrderAndByType() {
    ConnectionClosed closed = new ConnectionClosed(Endpoint.of("c", 3), "");
    observer.on(first);
    observer.on(closed);
    observer.on(second);

    assertThat(observer.events()).containsExactly(first, closed, second);
    assertThat(observer.events(AwaitingApproval.class)).containsExactly(first, second);
  }

  @Test
  void findsAnEventOfThePast() throws Exception {
    observer.on(first);
    observer.on(second);

    assertThat(observer.await(AwaitingApproval.class, second::equals)).isEqualTo(second);
  }

  @Test
  void waitsForAnEventToCome() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<AwaitingApproval> waiting =
          threads.submit(() -> observer.await(AwaitingApproval.class));
      observer.on(first);

      assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo(first);
    }
  }

  @Test
  void failsWithWhatHappenedWhenTheEventDoesNotCome() {
    observer.on(first);

    assertThatThrownBy(
            () -> observer.await(AwaitingApproval.class, second::equals, Duration.ofMillis(1)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(first.toString());
  }
}
