package io.localstream.application.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Link;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PartingTest {
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  /** How long the reading could have taken at most. */
  private Duration waited = Duration.ZERO;

  private boolean closed;

  /** Another end that does this whenever it is listened to. */
  private Link peer(Supplier<Integer> deed) {
    return new Link() {
      @Override
      public Endpoint local() {
        return Endpoint.of("127.0.0.1", 1);
      }

      @Override
      public Endpoint remote() {
        return Endpoint.of("127.0.0.1", 2);
      }

      @Override
      public int read(ByteBuffer destination, Duration timeout) {
        waited = waited.plus(timeout);
        return deed.get();
      }

      @Override
      public void write(ByteBuffer source, Duration timeout) {
        throw new AssertionError("there is nothing more to say");
      }

      @Override
      public void close() {
        closed = true;
      }
    };
  }

  @Test
  void takesNoLongerThanAFarewellHoweverSlowlyThePeerTalksOn() {
    new Parting(FAREWELL).from(peer(() -> 1));

    assertThat(waited).isLessThanOrEqualTo(FAREWELL);
    assertThat(closed).isTrue();
  }

  @Test
  void waitsForAFarewellWhereThePeerIsSilent() {
    new Parting(FAREWELL)
        .from(
            peer(() -> {
              throw new LocalStreamException(FailureCode.TIMED_OUT, "nothing came");
            }));

    assertThat(waited).isEqualTo(FAREWELL);
    assertThat(closed).isTrue();
  }

  @Test
  void waitsNoLongerThanForThePeersEnd() {
    new Parting(FAREWELL).from(peer(() -> -1));

    assertThat(waited).isLessThan(FAREWELL);
    assertThat(closed).isTrue();
  }
}
