package io.localstream.domain.port.fake;

import io.localstream.domain.device.PeerCredentials;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.SecureChannel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32;

/**
 * Frames of length, checksum over counter and content, content; an empty frame ends the stream. One
 * thread may read while another writes; any thread may close.
 */
final class CheckedChannel implements SecureChannel {
  private static final int HEADER_BYTES = 2 * Integer.BYTES;
  private static final int MAX_CONTENT_BYTES = 1 << 14;
  private static final Duration FAREWELL = Duration.ofMillis(200);

  private final Link link;
  private final PeerCredentials peer;
  private final String shared;
  private final ReentrantLock writing = new ReentrantLock();
  private final ByteBuffer received = ByteBuffer.allocate(HEADER_BYTES + MAX_CONTENT_BYTES);
  private ByteBuffer content = ByteBuffer.allocate(0);
  private long framesRead;
  private long framesWritten;
  private boolean ended;
  private volatile boolean damaged;
  private boolean unwritable;
  private volatile boolean closed;

  /**
   * @param shared what both ends have in common and no other channel has
   */
  CheckedChannel(Link link, PeerCredentials peer, String shared) {
    this.link = link;
    this.peer = peer;
    this.shared = shared;
  }

  @Override
  public byte[] binding() {
    return derive("binding");
  }

  @Override
  public byte[] sessionSecret() {
    return derive("session");
  }

  private byte[] derive(String label) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((label + shared).getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public PeerCredentials peer() {
    return peer;
  }

  @Override
  public Endpoint local() {
    return link.local();
  }

  @Override
  public Endpoint remote() {
    return link.remote();
  }

  @Override
  public int read(ByteBuffer destination, Duration timeout) {
    if (closed) {
      throw failure(FailureCode.CLOSED, "is closed");
    }
    if (damaged) {
      throw broken();
    }
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!ended && !content.hasRemaining()) {
      readFrame(deadline);
    }
    if (ended) {
      return -1;
    }
    int count = Math.min(destination.remaining(), content.remaining());
    destination.put(content.slice(content.position(), count));
    content.position(content.position() + count);
    return count;
  }

  private void readFrame(long deadline) {
    fill(HEADER_BYTES, deadline);
    int length = received.getInt(0);
    if (length < 0 || length > MAX_CONTENT_BYTES) {
      throw broken();
    }
    fill(HEADER_BYTES + length, deadline);
    byte[] bytes = new byte[length];
    received.get(HEADER_BYTES, bytes);
    if (received.getInt(Integer.BYTES) != checksum(framesRead++, bytes)) {
      throw broken();
    }
    received.clear();
    content = ByteBuffer.wrap(bytes);
    ended = length == 0;
  }

  /** Reads on until there are {@code count} bytes; what a timeout interrupts is kept. */
  private void fill(int count, long deadline) {
    while (received.position() < count) {
      received.limit(count);
      long left = Math.max(deadline - System.nanoTime(), 1);
      if (link.read(received, Duration.ofNanos(left)) < 0) {
        throw broken();
      }
    }
  }

  @Override
  public void write(ByteBuffer source, Duration timeout) {
    if (closed) {
      throw failure(FailureCode.CLOSED, "is closed");
    }
    long deadline = System.nanoTime() + timeout.toNanos();
    writing.lock();
    try {
      while (source.hasRemaining()) {
        byte[] bytes = new byte[Math.min(source.remaining(), MAX_CONTENT_BYTES)];
        source.get(bytes);
        writeFrame(bytes, Duration.ofNanos(Math.max(deadline - System.nanoTime(), 1)));
      }
    } finally {
      writing.unlock();
    }
  }

  private void writeFrame(byte[] bytes, Duration timeout) {
    if (unwritable) {
      throw broken();
    }
    ByteBuffer frame = ByteBuffer.allocate(HEADER_BYTES + bytes.length);
    frame.putInt(bytes.length).putInt(checksum(framesWritten++, bytes)).put(bytes).flip();
    unwritable = true;
    link.write(frame, timeout);
    unwritable = false;
  }

  private static int checksum(long counter, byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(ByteBuffer.allocate(Long.BYTES).putLong(0, counter));
    sum.update(bytes);
    return (int) sum.getValue();
  }

  private LocalStreamException broken() {
    damaged = true;
    return failure(FailureCode.LINK_BROKEN, "is damaged or was cut off");
  }

  private LocalStreamException failure(FailureCode code, String what) {
    return new LocalStreamException(
        code, "the channel to " + link.remote() + " " + what + "; connect again");
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      sayFarewell();
      link.close();
    }
  }

  /** Says that the end is meant, unless somebody is stuck in the middle of a frame. */
  private void sayFarewell() {
    if (!writing.tryLock()) {
      return;
    }
    try {
      writeFrame(new byte[0], FAREWELL);
    } catch (LocalStreamException _) {
      // The peer is gone, which is no reason not to close.
    } finally {
      writing.unlock();
    }
  }
}
