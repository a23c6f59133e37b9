package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Tells processes that use what is left of a transfer from those that only look at it: the lock of
 * these is shared, and soon over.
 */
final class JournalLock {
  private static final int MAX_TRIES = 400;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private JournalLock() {}

  /**
   * Takes it until the channel is closed.
   *
   * @return false where somebody uses the journal
   */
  static boolean take(FileChannel channel, boolean shared) throws IOException {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      if (tryTo(channel, shared) != null) {
        return true;
      }
      if (shared || !isOnlyLookedAt(channel)) {
        return false;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return false;
  }

  /** For it can be shared then. */
  private static boolean isOnlyLookedAt(FileChannel channel) throws IOException {
    try (FileLock lock = tryTo(channel, true)) {
      return lock != null;
    }
  }

  private static @Nullable FileLock tryTo(FileChannel channel, boolean shared) throws IOException {
    try {
      return channel.tryLock(0, Long.MAX_VALUE, shared);
    } catch (OverlappingFileLockException _) {
      // Held by this process: by a transfer that nothing else tells of.
      return null;
    }
  }
}
