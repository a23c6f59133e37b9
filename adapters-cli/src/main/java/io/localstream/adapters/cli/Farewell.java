package io.localstream.adapters.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Leaves politely when the process is told to end (Ctrl-C, SIGTERM, SIGHUP): the command that runs
 * is cancelled, so that the peer is told, and the device is closed. Only Ctrl-C is a person's no:
 * otherwise the peer is told that this program ends, and may try again. The virtual machine then
 * ends with 128 and the signal's number, as shells expect it.
 */
final class Farewell implements AutoCloseable {
  private static final long LONGEST_SECONDS = 8;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Parts parts;
  private final Thread hook;
  private volatile boolean told;

  private Farewell(Parts parts, DeviceSlot slot) {
    this.parts = parts;
    this.hook = new Thread(() -> leave(slot), "farewell");
  }

  /** From now until it is closed, the end of the process is a polite one. */
  static Farewell onShutdown(Parts parts, DeviceSlot slot) {
    Farewell farewell = new Farewell(parts, slot);
    EndSignals.beforeEach(() -> farewell.told = true);
    Runtime.getRuntime().addShutdownHook(farewell.hook);
    return farewell;
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process is ending: the hook runs already.
    }
  }

  private void leave(DeviceSlot slot) {
    try {
      if (told) {
        slot.shutDown();
      }
      if (parts.foreground().isRunning()) {
        parts.foreground().cancel();
        boolean _ = ended.await(LONGEST_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    parts.leave();
    slot.close();
    parts.finishAnnouncing();
  }
}
