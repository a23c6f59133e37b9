package io.localstream.adapters.persistence;

import java.nio.file.Path;
import java.time.Duration;

/** Homes for tests. */
final class TestHome {
  private TestHome() {}

  /** A home that is perfect, so that a warning fails the test. */
  static LocalStreamHome in(Path folder) {
    return new LocalStreamHome(
        folder.resolve("home"),
        warning -> {
          throw new AssertionError(warning);
        });
  }

  /** A home of many processes, each of which may be the last to get a lock on a slow disk. */
  static LocalStreamHome crowdedIn(Path folder) {
    return new LocalStreamHome(
        folder.resolve("home"),
        warning -> {
          throw new AssertionError(warning);
        },
        Duration.ofMinutes(1));
  }

  /** A home that does not wait for a lock. */
  static LocalStreamHome impatientIn(Path folder) {
    return new LocalStreamHome(folder.resolve("home"), _ -> {}, Duration.ZERO);
  }
}
