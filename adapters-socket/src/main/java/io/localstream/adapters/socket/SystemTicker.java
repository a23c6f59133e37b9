package io.localstream.adapters.socket;

import io.localstream.domain.port.Ticker;

/** The time that the machine counts, whatever its clock is set to. */
public final class SystemTicker implements Ticker {
  @Override
  public long nanos() {
    return System.nanoTime();
  }
}
