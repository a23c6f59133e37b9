package io.localstream.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CipherWarmUpTest {
  @Test
  void endsWhenItsTimeIsOver() {
    new CipherWarmUp(Integer.MAX_VALUE, Duration.ofMillis(20)).run();
  }

  @Test
  void endsAfterItsPieces() {
    new CipherWarmUp(10, Duration.ofDays(1)).run();
  }

  @Test
  void endsWhenItIsInterrupted() throws Exception {
    Thread thread =
        Thread.ofVirtual().start(new CipherWarmUp(Integer.MAX_VALUE, Duration.ofDays(1)));
    thread.interrupt();
    assertThat(thread.join(Duration.ofSeconds(50))).isTrue();
  }
}
