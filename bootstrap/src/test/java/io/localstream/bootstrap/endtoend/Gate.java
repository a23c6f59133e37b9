package io.localstream.bootstrap.endtoend;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Lets so much of the content pass, and the rest only once it is opened. */
final class Gate implements Tampering {
  private final long bytes;
  private final AtomicLong arrived = new AtomicLong();
  private final CountDownLatch open = new CountDownLatch(1);

  Gate(long bytes) {
    this.bytes = bytes;
  }

  /** Whether something waits before it. */
  boolean isReached() {
    return arrived.get() > bytes;
  }

  void open() {
    open.countDown();
  }

  @Override
  public Result apply(TcpProxy.Stream stream, long offset, byte[] passing) {
    if (stream.connection() > 0 && arrived.addAndGet(passing.length) > bytes) {
      try {
        open.await(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return new Result(passing, false);
  }
}
