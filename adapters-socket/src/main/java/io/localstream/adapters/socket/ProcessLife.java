package io.localstream.adapters.socket;

import java.util.stream.Stream;

/** Whether the process has anything left to do but discovery. */
final class ProcessLife {
  /** The JVM's own, which waits for all others. */
  private static final String LAST = "DestroyJavaVM";

  private ProcessLife() {}

  /**
   * JmDNS tells its listeners on a thread that keeps the process alive. So where only such threads
   * are left, discovery has to end by itself.
   */
  static boolean goesOn() {
    ThreadGroup all = Thread.currentThread().getThreadGroup();
    while (all.getParent() != null) {
      all = all.getParent();
    }
    Thread[] threads = new Thread[2 * all.activeCount() + 1];
    return Stream.of(threads)
        .limit(all.enumerate(threads))
        .anyMatch(each ->
            !each.isDaemon()
                && !(each.getThreadGroup() instanceof SiteThreads)
                && !each.getName().equals(LAST));
  }
}
