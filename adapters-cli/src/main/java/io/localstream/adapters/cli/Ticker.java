package io.localstream.adapters.cli;

import java.time.Duration;

/** Does something again and again on a thread of its own until it is closed. */
final class Ticker implements AutoCloseable {
  private final Thread thread;
  private final Runnable last;

  /**
   * @param last is done when it is closed, after the thread has ended
   */
  Ticker(Duration pause, Runnable task, Runnable last) {
    this.last = last;
    thread = Thread.ofPlatform().daemon().name("ticker").start(() -> tick(pause, task));
  }

  private static void tick(Duration pause, Runnable task) {
    try {
      while (true) {
        task.run();
        Thread.sleep(pause);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    last.run();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
