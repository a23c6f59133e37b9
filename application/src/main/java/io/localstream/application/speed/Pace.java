package io.localstream.application.speed;

import io.localstream.domain.port.Ticker;
import io.localstream.domain.speed.Measurement;
import java.time.Duration;

/** Says how long something that is measured goes on. For one thread. */
public final class Pace {
  private final Ticker ticker;
  private final Duration longest;
  private final long mostBytes;
  private final long startNanos;
  private long bytes;

  /** Begins now. */
  public Pace(Ticker ticker, Duration longest, long mostBytes) {
    this.ticker = ticker;
    this.longest = longest;
    this.mostBytes = mostBytes;
    this.startNanos = ticker.nanos();
  }

  /** So much more was done. */
  public void did(long more) {
    bytes += more;
  }

  public long bytes() {
    return bytes;
  }

  /** Whether neither time nor bytes are used up. */
  public boolean goesOn() {
    return bytes < mostBytes && elapsed().compareTo(longest) < 0;
  }

  /** Whether so much more can be expected to be done in time, at the speed so far. */
  boolean allows(long more) {
    return bytes == 0
        || elapsed().toNanos() * ((double) (bytes + more) / bytes) < longest.toNanos();
  }

  /** What was done until now. */
  public Measurement measured() {
    return Measurement.of(bytes, elapsed());
  }

  private Duration elapsed() {
    return Duration.ofNanos(ticker.nanos() - startNanos);
  }

  /**
   * Notices that whoever waits for the measurement has given up.
   *
   * @throws InterruptedException when this thread was interrupted
   */
  static void requireWanted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("the measurement was cancelled");
    }
  }
}
