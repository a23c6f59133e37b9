package io.localstream.domain.port.fake;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Link;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * Two links that are each other's other end, over bounded buffers in memory. For tests that need a
 * connected pair and no transport.
 */
public record PipedLinks(Link first, Link second) {
  /** How many bytes one side can write before the other reads. */
  public static final int CAPACITY_BYTES = 1 << 16;

  /** A fresh pair. */
  public static PipedLinks connected() {
    Endpoint one = Endpoint.of("127.0.0.1", 40_001);
    Endpoint two = Endpoint.of("127.0.0.1", 40_002);
    Pipe forth = new Pipe();
    Pipe back = new Pipe();
    return new PipedLinks(new End(one, two, back, forth), new End(two, one, forth, back));
  }

  private record End(Endpoint local, Endpoint remote, Pipe in, Pipe out) implements Link {
    @Override
    public int read(ByteBuffer destination, Duration timeout) {
      return in.read(destination, timeout);
    }

    @Override
    public void write(ByteBuffer source, Duration timeout) {
      out.write(source, timeout);
    }

    @Override
    public void close() {
      in.closeByReader();
      out.closeByWriter();
    }
  }

  /** One direction. Safe for several threads. */
  private static final class Pipe {
    private final ByteBuffer held = ByteBuffer.allocate(CAPACITY_BYTES).flip();
    private boolean closedByReader;
    private boolean closedByWriter;

    synchronized int read(ByteBuffer destination, Duration timeout) {
      long deadline = System.nanoTime() + timeout.toNanos();
      while (!closedByReader && !closedByWriter && !held.hasRemaining()) {
        await(deadline);
      }
      if (closedByReader) {
        throw closed();
      }
      if (!held.hasRemaining()) {
        return -1;
      }
      int count = Math.min(destination.remaining(), held.remaining());
      destination.put(held.slice(held.position(), count));
      held.position(held.position() + count);
      notifyAll();
      return count;
    }

    synchronized void write(ByteBuffer source, Duration timeout) {
      long deadline = System.nanoTime() + timeout.toNanos();
      while (source.hasRemaining()) {
        requireWritable();
        held.compact();
        int count = Math.min(source.remaining(), held.remaining());
        held.put(source.slice(source.position(), count)).flip();
        source.position(source.position() + count);
        notifyAll();
        if (source.hasRemaining()) {
          await(deadline);
        }
      }
      requireWritable();
    }

    private void requireWritable() {
      if (closedByWriter) {
        throw closed();
      }
      if (closedByReader) {
        throw new LocalStreamException(
            FailureCode.LINK_BROKEN, "the other side is gone; connect again");
      }
    }

    private void await(long deadline) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new LocalStreamException(
            FailureCode.TIMED_OUT, "the other side is silent; try again");
      }
      try {
        wait(left / 1_000_000 + 1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new LocalStreamException(
            FailureCode.CLOSED, "interrupted while waiting for the other side; connect again", e);
      }
    }

    private static LocalStreamException closed() {
      return new LocalStreamException(
          FailureCode.CLOSED, "this side has closed the link; connect again");
    }

    synchronized void closeByReader() {
      closedByReader = true;
      notifyAll();
    }

    synchronized void closeByWriter() {
      closedByWriter = true;
      notifyAll();
    }
  }
}
