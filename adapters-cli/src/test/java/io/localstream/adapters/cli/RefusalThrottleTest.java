package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefusalThrottleTest {
  private final AtomicLong now = new AtomicLong();
  private final RefusalThrottle throttle = new RefusalThrottle(now::get);

  @Test
  void tellsTheFirstAndSumsUpTheOthers() {
    assertThat(throttle.mayTell()).isTrue();
    assertThat(throttle.mayTell()).isFalse();
    assertThat(throttle.mayTell()).isFalse();
    assertThat(throttle.untold()).isEmpty();

    now.addAndGet(Duration.ofSeconds(10).toNanos());
    assertThat(throttle.untold()).contains("refused 2 more attempts to connect");
    assertThat(throttle.mayTell()).isFalse();
  }

  @Test
  void tellsAgainAfterAQuietTime() {
    throttle.mayTell();
    now.addAndGet(Duration.ofSeconds(10).toNanos());

    assertThat(throttle.untold()).isEmpty();
    assertThat(throttle.mayTell()).isTrue();
  }
}
