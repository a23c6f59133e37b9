package io.localstream.adapters.socket;

import io.localstream.domain.port.Ticker;
import io.localstream.domain.port.contract.TickerContract;
import java.time.Duration;

class SystemTickerTest extends TickerContract {
  @Override
  protected Ticker ticker() {
    return new SystemTicker();
  }

  @Override
  protected void pass(Ticker ticker, Duration time) throws InterruptedException {
    Thread.sleep(time);
  }
}
