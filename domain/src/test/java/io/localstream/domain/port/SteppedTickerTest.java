package io.localstream.domain.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.localstream.domain.port.contract.TickerContract;
import io.localstream.domain.port.fake.SteppedTicker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SteppedTickerTest extends TickerContract {
  @Override
  protected Ticker ticker() {
    return new SteppedTicker();
  }

  @Override
  protected void pass(Ticker ticker, Duration time) {
    ((SteppedTicker) ticker).advance(time);
  }

  @Test
  void standsStillBetweenTwoSteps() {
    SteppedTicker ticker = new SteppedTicker();
    assertThat(ticker.nanos()).isEqualTo(ticker.nanos());
  }

  @Test
  void movesOnWithItsOriginToo() {
    SteppedTicker origin = new SteppedTicker();
    SteppedTicker ticker = new SteppedTicker(origin);
    long before = ticker.nanos();
    origin.advance(Duration.ofNanos(3));
    ticker.advance(Duration.ofNanos(4));
    assertThat(ticker.nanos() - before).isEqualTo(7);
  }

  @Test
  void refusesToGoBack() {
    SteppedTicker ticker = new SteppedTicker();
    assertThatIllegalArgumentException().isThrownBy(() -> ticker.advance(Duration.ofNanos(-1)));
  }
}
