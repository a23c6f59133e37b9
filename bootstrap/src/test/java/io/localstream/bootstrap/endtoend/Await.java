package io.localstream.bootstrap.endtoend;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what another process does. */
final class Await {
  /** Generous: a build machine may be busy with other things. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final long LOOK_AGAIN_NANOS = 5_000_000;

  private Await() {}

  /**
   * Returns once the condition holds.
   *
   * @param told tells what is known when it does not in time
   */
  static void until(Duration patience, BooleanSupplier condition, Supplier<String> told) {
    if (!holds(patience, condition)) {
      throw new AssertionError("not within " + patience.toSeconds() + " s: " + told.get());
    }
  }

  /** Whether the condition comes to hold in time. */
  static boolean holds(Duration patience, BooleanSupplier condition) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline >= 0) {
        return condition.getAsBoolean();
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
    return true;
  }
}
