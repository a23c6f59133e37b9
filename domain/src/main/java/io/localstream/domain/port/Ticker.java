package io.localstream.domain.port;

/**
 * Elapsed time: how much of it lies between two readings. Setting the clock of the machine changes
 * nothing of it. Dates, which are shown or stored, are {@link java.time.InstantSource}'s. Safe for
 * several threads.
 */
@FunctionalInterface
public interface Ticker {
  /**
   * A reading in nanoseconds, from an origin of this ticker's own, so that only differences of two
   * readings mean something. May be negative, and may overflow: compare {@code later - earlier}
   * with 0. Never goes back, in whichever thread it is read.
   */
  long nanos();
}
