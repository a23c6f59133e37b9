package io.localstream.application.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.application.conversation.LaneDesk;
import io.localstream.application.conversation.Timeouts;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.ChannelSecurity;
import io.localstream.domain.port.IncomingLink;
import io.localstream.domain.port.Listener;
import io.localstream.domain.port.fake.RecordingEventObserver;
import io.localstream.domain.port.fake.SteppedIdentifierSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class ReceptionTest {
  private static final int PATIENCE_SECONDS = 20;

  private final Reception reception =
      new Reception(
          Mockito.mock(SessionStarter.class),
          Mockito.mock(ChannelSecurity.class),
          new LaneDesk(new SteppedIdentifierSource(1)),
          Timeouts.DEFAULT,
          new RecordingEventObserver());

  /** Fails first, then has one link, and then is closed. */
  private static final class Failing implements Listener {
    private final Runnable failure;
    private final IncomingLink link;
    private int asked;

    Failing(Runnable failure, IncomingLink link) {
      this.failure = failure;
      this.link = link;
    }

    @Override
    public Endpoint endpoint() {
      return Endpoint.of("127.0.0.1", 4711);
    }

    @Override
    public Optional<IncomingLink> accept(Duration timeout) {
      asked++;
      if (asked == 1) {
        failure.run();
      }
      if (asked == 2) {
        return Optional.of(link);
      }
      throw new LocalStreamException(FailureCode.CLOSED, "closed");
    }

    @Override
    public void close() {}
  }

  @Test
  void anAddressThatNobodyUnderstandsKeepsNobodyElseOut() throws InterruptedException {
    assertTheNextIsServedAfter(() -> {
      throw new IllegalArgumentException("no such host");
    });
  }

  @Test
  void memoryThatIsGoneForAMomentKeepsNobodyOut() throws InterruptedException {
    assertTheNextIsServedAfter(() -> {
      throw new OutOfMemoryError("unable to create native thread");
    });
  }

  private void assertTheNextIsServedAfter(Runnable failure) throws InterruptedException {
    CountDownLatch sentAway = new CountDownLatch(1);
    IncomingLink link = Mockito.mock(IncomingLink.class);
    Mockito.when(link.greeting(Mockito.any()))
        .thenThrow(new LocalStreamException(FailureCode.PROTOCOL_VIOLATION, "noise"));
    Mockito.doAnswer(
            _ -> {
              sentAway.countDown();
              return null;
            })
        .when(link)
        .close();

    reception.serve(new Failing(failure, link), Endpoint.of("127.0.0.1", 1));

    assertThat(sentAway.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }
}
