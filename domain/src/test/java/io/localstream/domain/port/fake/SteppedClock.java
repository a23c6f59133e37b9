package io.localstream.domain.port.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Time that moves only when it is told to. Safe for several threads. */
public final class SteppedClock implements InstantSource {
  private final AtomicReference<Instant> now;

  /** Stands at 2026-01-01T12:00:00Z. */
  public SteppedClock() {
    this(Instant.parse("2026-01-01T12:00:00Z"));
  }

  public SteppedClock(Instant start) {
    now = new AtomicReference<>(start);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Moves on, or back where the step is negative. */
  public void advance(Duration step) {
    now.updateAndGet(instant -> instant.plus(step));
  }
}
