package io.localstream.adapters.socket;

/** Starts what goes on beside the callers. No such thread keeps the process alive. */
final class Background {
  private Background() {}

  /** Something that nobody waits for, or who does so knows for how long. */
  interface Work {
    void run() throws InterruptedException;
  }

  static void run(String name, Work work) {
    Thread.ofPlatform().daemon().name(name).start(() -> guarded(work));
  }

  private static void guarded(Work work) {
    try {
      work.run();
    } catch (RuntimeException | InterruptedException e) {
      // Discovery is only a hint: what ends unforeseen takes nothing else with it, and nobody
      // waits.
      return;
    }
  }
}
