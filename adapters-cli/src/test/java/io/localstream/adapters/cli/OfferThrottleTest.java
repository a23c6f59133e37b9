package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.Transfer.Direction;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OfferThrottleTest {
  private long nanos = 1;
  private final OfferThrottle throttle = new OfferThrottle(() -> nanos);

  private static Transfer offer(String peer) {
    return Samples.transfer("cat.jpg", 3_100, Direction.RECEIVING, peer);
  }

  private long told(int offers, String peer) {
    return IntStream.range(0, offers).filter(_ -> throttle.mayTell(offer(peer))).count();
  }

  @Test
  void tellsAFewOfADeviceAtOnceAndSumsUpTheOthers() {
    assertThat(told(64, "mallory")).isEqualTo(3);
    assertThat(throttle.untold()).isEmpty();

    nanos += Duration.ofSeconds(10).toNanos();

    assertThat(throttle.untold()).containsExactly("and 61 more offers from mallory");
    assertThat(throttle.untold()).isEmpty();
    assertThat(told(1, "mallory")).isEqualTo(1);
  }

  @Test
  void aFloodOfOneHidesNoOfferOfAnother() {
    told(64, "mallory");

    assertThat(told(1, "anna")).isEqualTo(1);
  }
}
