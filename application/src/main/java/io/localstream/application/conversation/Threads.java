package io.localstream.application.conversation;

/** Names and starts the threads of conversations: virtual ones, since they mostly wait. */
public final class Threads {
  private Threads() {}

  /** A thread of the system's, for work that computes and would keep others from running. */
  public static Thread startBusy(String name, Runnable task) {
    return Thread.ofPlatform().daemon().name(name).start(task);
  }

  public static Thread start(String name, Runnable task) {
    return Thread.ofVirtual().name(name).start(task);
  }
}
