package io.localstream.application.conversation;

/** Names and starts the threads of conversations: virtual ones, since they mostly wait. */
public final class Threads {
  private Threads() {}

  public static Thread start(String name, Runnable task) {
    return Thread.ofVirtual().name(name).start(task);
  }
}
