package io.localstream.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each ends for one reason alone; without it, it would go on for ever. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CipherWarmUpTest {
  private static final Duration ENDLESS = Duration.ofDays(1);
  private static final long NEVER_FAST = Long.MAX_VALUE;
  private static final long ANY_NUMBER = Long.MAX_VALUE;

  @Test
  void endsWhenItsTimeIsOver() {
    new CipherWarmUp(Duration.ofMillis(20), NEVER_FAST, ANY_NUMBER).run();
  }

  @Test
  void endsWhenTheCipherIsFast() {
    new CipherWarmUp(ENDLESS, 1, ANY_NUMBER).run();
  }

  @Test
  void endsAfterSoManyPiecesWhereTheCipherIsNeverFast() {
    new CipherWarmUp(ENDLESS, NEVER_FAST, 3).run();
  }

  @Test
  void endsWhenItIsInterrupted() throws Exception {
    Thread thread = Thread.ofVirtual().start(new CipherWarmUp(ENDLESS, NEVER_FAST, ANY_NUMBER));
    thread.interrupt();
    assertThat(thread.join(Duration.ofSeconds(50))).isTrue();
  }
}
