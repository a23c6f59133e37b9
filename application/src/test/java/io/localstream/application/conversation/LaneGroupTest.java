package io.localstream.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.Listener;
import io.localstream.domain.port.fake.InMemoryTransport;
import io.localstream.domain.transfer.LaneTicket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LaneGroupTest {
  private final InMemoryTransport network = new InMemoryTransport();
  private final Listener listener = network.listen(Endpoint.of("127.0.0.1", 0));
  private final CountDownLatch leave = new CountDownLatch(1);
  private volatile boolean done;
  private final Mailbox mailbox = new Mailbox();
  private final LaneGroup lanes =
      new LaneGroup(new Lingering(), mailbox, new ContentBuffers(1_000));

  /** Goes on after its link was closed, as a thread does that gets no turn. */
  private final class Lingering implements LaneGroup.Work {
    @Override
    public long bytesPerLane() {
      return 1;
    }

    @Override
    public boolean isDone() {
      return done;
    }

    @Override
    public void carry(int lane, Link link) throws InterruptedException {
      leave.await();
    }
  }

  @AfterEach
  void finish() throws InterruptedException {
    leave.countDown();
    lanes.finish();
    listener.close();
  }

  private void open(int lane) {
    Greeting greeting = new Greeting.Lane(new LaneTicket(new byte[LaneTicket.BYTES]));
    lanes.take(lane, network.dial(listener.endpoint(), greeting, Duration.ofSeconds(5)));
  }

  @Test
  void aLaneThatWasToldToEndIsNoReasonNotToReplaceAnother() {
    open(0);
    open(1);
    assertThat(lanes.isEmptyBut(1)).isFalse();

    lanes.end(0);

    assertThat(lanes.isOpen(0)).as("it lingers").isTrue();
    assertThat(lanes.isEmptyBut(1)).isTrue();
  }

  @Test
  void thereIsNoHopeWhereTheLastTryFailedAndLanesAreNeeded() throws InterruptedException {
    LocalStreamException reason = new LocalStreamException(FailureCode.UNREACHABLE, "nobody");
    lanes.missed(reason);
    assertThat(lanes.hopeless()).contains(reason);

    open(0);
    leave.countDown();
    awaitEmpty();
    assertThat(lanes.hopeless()).as("another try went well").isEmpty();

    lanes.missed(reason);
    done = true;
    assertThat(lanes.hopeless()).as("no lane is needed any more").isEmpty();
  }

  private void awaitEmpty() throws InterruptedException {
    while (!lanes.isEmpty()) {
      mailbox.take(Duration.ofMillis(100));
    }
  }

  @Test
  void takesNoLaneThatWasToldToEnd() {
    lanes.end(0);
    open(0);
    assertThat(lanes.isEmpty()).isTrue();
  }
}
