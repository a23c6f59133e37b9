package io.localstream.application.conversation;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.TransferId;
import java.time.Duration;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells the receiver which files could not be read, each once, and before anything is sent that
 * only stands for their content: whoever goes on with a transfer that broke would take it for what
 * has arrived. Thread-safe.
 */
final class SpoiltNews {
  private final OutgoingTree files;
  private final TransferId transfer;
  private final PeerLine line;
  private final Duration patience;
  private final BitSet told = new BitSet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int heard;
  private boolean closed;

  /**
   * @param patience how long the receiver may take to say that it knows
   */
  SpoiltNews(OutgoingTree files, TransferId transfer, PeerLine line, Duration patience) {
    this.files = files;
    this.transfer = transfer;
    this.line = line;
    this.patience = patience;
  }

  /**
   * Tells what could not be read so far, and waits until the receiver knows.
   *
   * @throws LocalStreamException {@code TIMED_OUT}, or {@code CLOSED}: nothing more is sent
   */
  void awaitHeard() throws InterruptedException {
    lock.lock();
    try {
      tell(files.unreadable());
      long nanos = patience.toNanos();
      while (heard < told.cardinality() && !closed) {
        if (nanos <= 0) {
          throw new LocalStreamException(
              FailureCode.TIMED_OUT, "the other side does not take notice of a damaged file");
        }
        nanos = changed.awaitNanos(nanos);
      }
      if (closed) {
        throw new LocalStreamException(FailureCode.CLOSED, "the transfer is over");
      }
    } finally {
      lock.unlock();
    }
  }

  /** Tells what was not told before. */
  void tell(MissingEntries spoilt) {
    lock.lock();
    try {
      Map<Integer, MissingEntry> fresh = new TreeMap<>(spoilt.byPlace());
      fresh.keySet().removeIf(told::get);
      fresh.keySet().forEach(told::set);
      SpoiltParts.of(transfer, fresh).forEach(line::send);
    } finally {
      lock.unlock();
    }
  }

  /** The receiver knows of so many more. */
  void heard(int entries) {
    lock.lock();
    try {
      heard += entries;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Nobody has to wait any more. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
