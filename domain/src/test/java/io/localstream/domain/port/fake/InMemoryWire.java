package io.localstream.domain.port.fake;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Both directions of a link, under one lock, so that they break together. */
final class InMemoryWire {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Interference interference;
  private boolean severed;
  final InMemoryPipe fromDialler = new InMemoryPipe(this, Interference.Direction.FROM_DIALLER);
  final InMemoryPipe toDialler = new InMemoryPipe(this, Interference.Direction.TO_DIALLER);

  InMemoryWire(Interference interference) {
    this.interference = interference;
    interference.attach(this);
    severed = interference.isSevered();
  }

  void sever() {
    lock.lock();
    try {
      severed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isSevered() {
    return severed;
  }

  byte[] pass(Interference.Direction direction, byte[] sent) {
    byte[] arriving = interference.pass(direction, sent);
    if (interference.isSevered()) {
      sever();
    }
    return arriving;
  }

  void lock() {
    lock.lock();
  }

  void unlock() {
    changed.signalAll();
    lock.unlock();
  }

  void signal() {
    changed.signalAll();
  }

  /** Waits for a change; the caller holds the lock. Tells how much of the time is left. */
  long await(long nanos) throws InterruptedException {
    return changed.awaitNanos(nanos);
  }
}
