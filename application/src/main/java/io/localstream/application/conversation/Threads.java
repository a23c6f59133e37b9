package io.localstream.application.conversation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Names and starts the threads of conversations. They are the system's, not virtual ones: whoever
 * waits for a socket on a virtual thread leaves a thread of the JVM's in a system call, and for
 * such a thread the JVM waits 300 ms when it ends.
 */
public final class Threads {
  private Threads() {}

  /** No such thread keeps the process alive. */
  public static Thread start(String name, Runnable task) {
    return Thread.ofPlatform().daemon().name(name).start(task);
  }

  /** Waits no longer than that; an interrupt ends the waiting, and stays. */
  static void await(CountDownLatch latch, Duration longest) {
    try {
      latch.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
