package io.localstream.domain.port.fake;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.IncomingLink;
import io.localstream.domain.port.Listener;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** An endpoint of the network in memory, with the links that nobody has accepted yet. */
final class InMemoryListener implements Listener {
  private final InMemoryNetwork network;
  private final Endpoint endpoint;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<InMemoryLink> arrived = new ArrayDeque<>();
  private boolean closed;

  InMemoryListener(InMemoryNetwork network, Endpoint endpoint) {
    this.network = network;
    this.endpoint = endpoint;
  }

  @Override
  public Endpoint endpoint() {
    return endpoint;
  }

  void add(InMemoryLink link) {
    lock.lock();
    try {
      if (closed) {
        throw new LocalStreamException(FailureCode.UNREACHABLE, "nothing listens there any more");
      }
      arrived.add(link);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<IncomingLink> accept(Duration timeout) {
    lock.lock();
    try {
      long nanos = timeout.toNanos();
      while (!closed && arrived.isEmpty() && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      if (closed) {
        throw new LocalStreamException(FailureCode.CLOSED, "the listener was closed");
      }
      return Optional.ofNullable(arrived.poll());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalStreamException(FailureCode.CLOSED, "the thread was interrupted", e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      arrived.forEach(InMemoryLink::close);
      arrived.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    network.free(this);
  }
}
