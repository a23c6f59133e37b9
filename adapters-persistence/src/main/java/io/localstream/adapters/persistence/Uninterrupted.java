package io.localstream.adapters.persistence;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Runs short file operations to their end even where the caller's thread is interrupted: a file
 * channel closes itself under an interrupted thread, and a session that is cut off should still be
 * recorded. The interrupt is kept for the caller.
 */
final class Uninterrupted {
  private Uninterrupted() {}

  static <T> T call(Supplier<T> task) {
    FutureTask<T> running = new FutureTask<>(task::get);
    Thread.ofPlatform().daemon().name("localstream-store").start(running);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return running.get();
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw unchecked(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException unchecked(ExecutionException failure) {
    return switch (failure.getCause()) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      case null, default -> new IllegalStateException("a store failed", failure);
    };
  }
}
