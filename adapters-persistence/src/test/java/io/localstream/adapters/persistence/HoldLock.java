package io.localstream.adapters.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/** A process that holds a lock until its standard input ends, and says when it has it. */
final class HoldLock {
  private HoldLock() {}

  public static void main(String[] arguments) {
    ExclusiveLock.holding(
        Path.of(arguments[0]),
        Duration.ofSeconds(10),
        () -> {
          System.out.println("held");
          try {
            return System.in.read();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
