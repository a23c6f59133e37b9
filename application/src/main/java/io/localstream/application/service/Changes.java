package io.localstream.application.service;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Tells those who wait for something that it may have come. Thread-safe. */
final class Changes {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition told = lock.newCondition();
  private long count;

  /** How many there have been; to be asked before one looks. */
  long count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  void tell() {
    lock.lock();
    try {
      count++;
      told.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for more than that many.
   *
   * @return what is left of the time, zero or less where nothing came in it
   */
  long await(long seen, long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (count == seen && left > 0) {
        left = told.awaitNanos(left);
      }
      return left;
    } finally {
      lock.unlock();
    }
  }
}
