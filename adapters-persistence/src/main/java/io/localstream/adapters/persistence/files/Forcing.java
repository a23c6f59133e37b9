package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.LocalStreamException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Has files brought to disk. As long as that is quick, as in memory-backed folders, whoever asks
 * does it. Where it is slow many are forced at the same time, because a file system brings all that
 * wait for its journal to disk together: 20,000 one by one took 30 times as long as 32 at a time.
 * Safe for several threads.
 */
final class Forcing implements AutoCloseable {
  private static final int AT_ONCE = 32;
  private static final long SLOW_NANOS = 200_000;
  private static final int PATIENCE = 4;
  private static final ThreadFactory THREADS =
      Thread.ofPlatform().name("forcing-to-disk-", 0).daemon().factory();

  private final LongSupplier nanos;

  /**
   * Who waits for a disk holds a file open, so there must not be many. First come, first served:
   * who waits for all of them would wait for as long as others come.
   */
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  private @Nullable ExecutorService pool;
  private @Nullable Throwable failure;
  private int slow;

  /**
   * @param nanos as {@link System#nanoTime}
   */
  Forcing(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Does the work now, or lets it be done soon. */
  void run(Runnable work) {
    if (isQuick()) {
      long start = nanos.getAsLong();
      work.run();
      note(nanos.getAsLong() - start);
      return;
    }
    places.acquireUninterruptibly();
    boolean begun = false;
    try {
      pool().execute(() -> runAndLeave(work));
      begun = true;
    } finally {
      if (!begun) {
        places.release();
      }
    }
  }

  private void runAndLeave(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      fail(e);
    } finally {
      places.release();
    }
  }

  /**
   * Waits until all work is done.
   *
   * @throws LocalStreamException the first failure
   */
  void await() {
    places.acquireUninterruptibly(AT_ONCE);
    places.release(AT_ONCE);
    throwFailure();
  }

  private synchronized boolean isQuick() {
    throwFailure();
    return slow < PATIENCE;
  }

  private synchronized void note(long nanos) {
    // One that had to wait for a processor says nothing, several in a row do.
    slow = nanos < SLOW_NANOS ? Math.max(0, slow - 1) : slow + 1;
  }

  private synchronized ExecutorService pool() {
    ExecutorService current = pool == null ? Executors.newFixedThreadPool(AT_ONCE, THREADS) : pool;
    pool = current;
    return current;
  }

  private synchronized void fail(Throwable reason) {
    if (failure == null) {
      failure = reason;
    }
  }

  private synchronized void throwFailure() {
    switch (failure) {
      case null -> {}
      case LocalStreamException known ->
          throw new LocalStreamException(known.code(), known.getMessage(), known);
      default -> throw new IllegalStateException("forcing to disk failed", failure);
    }
  }

  /** Waits until what has begun is done; nothing may be run after. */
  @Override
  public void close() {
    places.acquireUninterruptibly(AT_ONCE);
    synchronized (this) {
      if (pool != null) {
        pool.shutdown();
      }
    }
    places.release(AT_ONCE);
  }
}
