package io.localstream.application.conversation;

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
}
