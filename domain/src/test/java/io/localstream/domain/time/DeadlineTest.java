package io.localstream.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.port.fake.SteppedTicker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private final SteppedTicker ticker = new SteppedTicker();

  @Test
  void isOverOnceItsTimeHasPassed() {
    Deadline deadline = Deadline.in(ticker, Duration.ofMinutes(10));
    ticker.advance(Duration.ofMinutes(10).minusNanos(1));
    assertThat(deadline.isOver()).isFalse();
    ticker.advance(Duration.ofNanos(1));
    assertThat(deadline.isOver()).isTrue();
  }

  @Test
  void leavesNothingAfterItsEnd() {
    Deadline deadline = Deadline.in(ticker, Duration.ofSeconds(1));
    ticker.advance(Duration.ofHours(5));
    assertThat(deadline.left()).isEqualTo(Duration.ZERO);
  }

  @Test
  void countsOnWhereTheReadingOverflows() {
    Deadline deadline = Deadline.in(ticker, Duration.ofHours(1));
    ticker.advance(Duration.ofMinutes(40));
    assertThat(deadline.left()).isEqualTo(Duration.ofMinutes(20));
  }

  @Test
  void leavesNoMoreThanIsAskedFor() {
    Deadline deadline = Deadline.in(ticker, Duration.ofSeconds(3));
    assertThat(deadline.leftUpTo(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
    ticker.advance(Duration.ofMillis(2_500));
    assertThat(deadline.leftUpTo(Duration.ofSeconds(1))).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void nothingAndLessIsOverAtOnce() {
    assertThat(Deadline.in(ticker, Duration.ZERO).isOver()).isTrue();
    assertThat(Deadline.in(ticker, Duration.ofSeconds(-1)).isOver()).isTrue();
    assertThat(Deadline.in(ticker, Duration.ofSeconds(Long.MIN_VALUE)).isOver()).isTrue();
  }

  @Test
  void forEverIsNotOver() {
    Deadline deadline = Deadline.in(ticker, Duration.ofSeconds(Long.MAX_VALUE));
    ticker.advance(Duration.ofDays(365));
    assertThat(deadline.isOver()).isFalse();
  }
}
