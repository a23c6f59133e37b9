package io.localstream.domain.port.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.port.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Ticker} promises and a test can show. */
public abstract class TickerContract {
  private static final int MANY = 2_000;

  /** The subject; each call gives another one. */
  protected abstract Ticker ticker();

  /** Lets so much time pass for the subject, or a little more. */
  protected abstract void pass(Ticker ticker, Duration time) throws InterruptedException;

  @Test
  void countsTheTimeThatPasses() throws InterruptedException {
    Ticker ticker = ticker();
    Duration step = Duration.ofMillis(2);
    long before = ticker.nanos();
    pass(ticker, step);
    assertThat(ticker.nanos() - before).isGreaterThanOrEqualTo(step.toNanos());
  }

  @Test
  void neverGoesBack() {
    Ticker ticker = ticker();
    long before = ticker.nanos();
    for (int i = 0; i < MANY; i++) {
      long now = ticker.nanos();
      assertThat(now - before).isNotNegative();
      before = now;
    }
  }

  @Test
  void neverGoesBackWhicheverThreadReadsIt() {
    Ticker ticker = ticker();
    long origin = ticker.nanos();
    AtomicLong latest = new AtomicLong();
    IntStream.range(0, MANY)
        .parallel()
        .forEach(_ -> {
          long seen = latest.get();
          long now = ticker.nanos() - origin;
          assertThat(now).isGreaterThanOrEqualTo(seen);
          latest.accumulateAndGet(now, Math::max);
        });
  }
}
