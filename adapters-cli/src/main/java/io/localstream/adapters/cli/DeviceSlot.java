package io.localstream.adapters.cli;

import io.localstream.application.usecase.RunningDevice;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one device of this process: opened when it is needed first, so that {@code help} touches
 * nothing. Safe for several threads.
 */
final class DeviceSlot implements AutoCloseable {
  private final Supplier<RunningDevice> opener;
  private @Nullable RunningDevice device;
  private volatile boolean closing;

  DeviceSlot(Supplier<RunningDevice> opener) {
    this.opener = opener;
  }

  synchronized RunningDevice get() {
    RunningDevice open = device == null ? opener.get() : device;
    device = open;
    return open;
  }

  /** Says that this process is told to end, if the device was opened. */
  void shutDown() {
    RunningDevice open;
    synchronized (this) {
      open = device;
    }
    if (open != null) {
      open.shutDown();
    }
  }

  /** Closes the device where it was opened. Idempotent. */
  @Override
  public void close() {
    closing = true;
    closeDevice();
  }

  /** Whether nothing that happens now is worth telling. */
  boolean isClosing() {
    return closing;
  }

  private synchronized void closeDevice() {
    if (device != null) {
      device.close();
    }
  }
}
