package io.localstream.application.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits for what another thread finds out. */
final class Waiting {
  private Waiting() {}

  /** The value, or the failure as it was thrown. */
  static <T> T on(CompletableFuture<T> outcome) throws InterruptedException {
    try {
      return outcome.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
