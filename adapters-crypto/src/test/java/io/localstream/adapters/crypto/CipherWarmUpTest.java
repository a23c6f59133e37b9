package io.localstream.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CipherWarmUpTest {
  private static final long NEVER_FAST = Long.MAX_VALUE;

  @Test
  void endsWhenItsTimeIsOver() {
    new CipherWarmUp(Duration.ofMillis(20), NEVER_FAST).run();
  }

  @Test
  void endsWhenTheCipherIsFast() {
    new CipherWarmUp(Duration.ofDays(1), 1).run();
  }

  @Test
  void endsAfterSoManyPiecesWhereTheCipherIsNeverFast() {
    new CipherWarmUp(Duration.ofDays(1), NEVER_FAST).run();
  }

  @Test
  void endsWhenItIsInterrupted() throws Exception {
    Thread thread = Thread.ofVirtual().start(new CipherWarmUp(Duration.ofDays(1), NEVER_FAST));
    thread.interrupt();
    assertThat(thread.join(Duration.ofSeconds(50))).isTrue();
  }
}
