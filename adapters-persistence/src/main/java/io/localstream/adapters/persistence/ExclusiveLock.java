package io.localstream.adapters.persistence;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A lock that holds between threads and between processes. It lies beside the file that it
 * protects, because that one is replaced; the system releases it when its process ends. Not
 * reentrant.
 */
final class ExclusiveLock {
  private static final long RETRY_MILLIS = 5;
  private static final Set<OpenOption> OPEN_OR_CREATE =
      Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, LinkOption.NOFOLLOW_LINKS);

  /**
   * Keeps every other thread from the lock file: the system's locks belong to the whole process,
   * and closing any other channel of the file would release them (POSIX fcntl).
   */
  private static final Map<Path, ReentrantLock> OF_THIS_PROCESS = new ConcurrentHashMap<>();

  private ExclusiveLock() {}

  static <R> R holding(Path lockFile, Duration patience, Supplier<R> action) {
    long deadline = System.nanoTime() + patience.toNanos();
    ReentrantLock lock = OF_THIS_PROCESS.computeIfAbsent(lockFile, _ -> new ReentrantLock());
    try {
      if (!lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw unavailable(lockFile, null);
      }
    } catch (InterruptedException e) {
      throw interrupted(lockFile, e);
    }
    try {
      return holdingFile(lockFile, deadline, action);
    } finally {
      lock.unlock();
    }
  }

  private static <R> R holdingFile(Path lockFile, long deadline, Supplier<R> action) {
    try (FileChannel channel =
        FileChannel.open(lockFile, OPEN_OR_CREATE, OwnerOnly.onCreatingFile(lockFile))) {
      while (tryLock(channel) == null) {
        if (System.nanoTime() - deadline > 0) {
          throw unavailable(lockFile, null);
        }
        Thread.sleep(RETRY_MILLIS);
      }
      return action.get();
    } catch (IOException e) {
      throw unavailable(lockFile, e);
    } catch (InterruptedException e) {
      throw interrupted(lockFile, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      // Held by a copy of this class that another class loader loaded.
      return null;
    }
  }

  private static LocalStreamException interrupted(Path lockFile, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return unavailable(lockFile, cause);
  }

  private static LocalStreamException unavailable(Path lockFile, @Nullable Exception cause) {
    return new LocalStreamException(
        FailureCode.STORE_UNAVAILABLE,
        "LocalStream's data is in use: could not lock "
            + OwnerOnlyFolder.show(lockFile)
            + "; try again, or end other LocalStream programs",
        cause);
  }
}
