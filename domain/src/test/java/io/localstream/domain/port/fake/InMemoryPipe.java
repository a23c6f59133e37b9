package io.localstream.domain.port.fake;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** One direction of a link: holds a limited number of bytes that nobody has read. */
final class InMemoryPipe {
  private final InMemoryWire wire;
  private final Interference.Direction direction;
  private final Deque<ByteBuffer> pieces = new ArrayDeque<>();
  private int bytes;
  private boolean writerClosed;
  private boolean readerClosed;

  InMemoryPipe(InMemoryWire wire, Interference.Direction direction) {
    this.wire = wire;
    this.direction = direction;
  }

  int read(ByteBuffer destination, Duration timeout) {
    wire.lock();
    try {
      long nanos = timeout.toNanos();
      while (true) {
        if (readerClosed) {
          throw new LocalStreamException(FailureCode.CLOSED, "the link was closed here");
        }
        if (!pieces.isEmpty()) {
          return take(destination);
        }
        if (wire.isSevered()) {
          throw new LocalStreamException(FailureCode.LINK_BROKEN, "the link was severed");
        }
        if (writerClosed) {
          return -1;
        }
        if (nanos <= 0) {
          throw new LocalStreamException(FailureCode.TIMED_OUT, "nothing came in time");
        }
        nanos = await(nanos);
      }
    } finally {
      wire.unlock();
    }
  }

  void write(ByteBuffer source, Duration timeout) {
    wire.lock();
    try {
      long nanos = timeout.toNanos();
      while (source.hasRemaining()) {
        requireWritable();
        if (bytes < InMemoryTransport.BUFFER_BYTES) {
          put(source);
        } else if (nanos > 0) {
          nanos = await(nanos);
        } else {
          wire.sever();
          throw new LocalStreamException(FailureCode.TIMED_OUT, "the other side does not read");
        }
      }
      requireOpen();
    } finally {
      wire.unlock();
    }
  }

  void closeWriter() {
    wire.lock();
    try {
      writerClosed = true;
    } finally {
      wire.unlock();
    }
  }

  void closeReader() {
    wire.lock();
    try {
      readerClosed = true;
      pieces.clear();
    } finally {
      wire.unlock();
    }
  }

  private void requireWritable() {
    requireOpen();
    if (wire.isSevered() || readerClosed) {
      throw new LocalStreamException(FailureCode.LINK_BROKEN, "the other side is gone");
    }
  }

  private void requireOpen() {
    if (writerClosed) {
      throw new LocalStreamException(FailureCode.CLOSED, "the link was closed here");
    }
  }

  private void put(ByteBuffer source) {
    byte[] piece = new byte[Math.min(source.remaining(), InMemoryTransport.BUFFER_BYTES - bytes)];
    source.get(piece);
    byte[] arriving = wire.pass(direction, piece);
    if (arriving.length > 0) {
      pieces.add(ByteBuffer.wrap(arriving));
      bytes += arriving.length;
    }
    if (arriving.length < piece.length) {
      requireWritable();
    }
    wire.signal();
  }

  private int take(ByteBuffer destination) {
    int before = destination.remaining();
    while (destination.hasRemaining() && !pieces.isEmpty()) {
      ByteBuffer piece = pieces.getFirst();
      int length = Math.min(piece.remaining(), destination.remaining());
      destination.put(piece.slice().limit(length));
      piece.position(piece.position() + length);
      if (!piece.hasRemaining()) {
        pieces.removeFirst();
      }
    }
    int taken = before - destination.remaining();
    bytes -= taken;
    return taken;
  }

  private long await(long nanos) {
    try {
      return wire.await(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      wire.sever();
      throw new LocalStreamException(FailureCode.CLOSED, "the thread was interrupted", e);
    }
  }
}
