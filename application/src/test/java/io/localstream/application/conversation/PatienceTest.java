package io.localstream.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.fake.SteppedTicker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private final SteppedTicker ticker = new SteppedTicker();
  private final Patience patience = new Patience(ticker, Duration.ofSeconds(1), "nothing came");

  @Test
  void isNotUsedUpByWaitsThatEndEarly() {
    for (int wakeUp = 0; wakeUp < 1_000; wakeUp++) {
      patience.check();
    }
  }

  @Test
  void runsOutOnceItsTimeHasPassed() {
    ticker.advance(Duration.ofMillis(999));
    patience.check();
    ticker.advance(Duration.ofMillis(1));

    assertThatThrownBy(patience::check)
        .isInstanceOfSatisfying(
            LocalStreamException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.TIMED_OUT));
  }

  @Test
  void beginsAnewWhenSomethingHappens() {
    ticker.advance(Duration.ofMillis(999));
    patience.renew();
    ticker.advance(Duration.ofMillis(999));
    patience.check();
  }
}
