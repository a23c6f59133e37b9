package io.localstream.adapters.crypto;

import io.localstream.domain.device.PeerCredentials;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.SecureChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.bouncycastle.tls.TlsProtocol;
import org.jspecify.annotations.Nullable;

/**
 * A channel after its handshake. One thread may read while another writes, and any may close.
 *
 * <p>The library's state is guarded by its own monitor, which is never held while waiting for the
 * link. Records must reach the link in the order in which they were made: whoever makes some holds
 * {@code sending} until they are written.
 */
final class TlsChannel implements SecureChannel {
  private static final int MAX_PLAIN_BYTES = 1 << 14;

  private final Link link;
  private final TlsProtocol protocol;
  private final TlsOutcome outcome;
  private final ByteBuffer received = ByteBuffer.allocate(TlsHandshake.MAX_RECORD_BYTES);
  private final ReentrantLock sending = new ReentrantLock();
  private final AtomicBoolean closed = new AtomicBoolean();
  private @Nullable IOException damage;
  private boolean stuck;

  TlsChannel(Link link, TlsProtocol protocol, TlsOutcome outcome) {
    this.link = link;
    this.protocol = protocol;
    this.outcome = outcome;
  }

  @Override
  public PeerCredentials peer() {
    return outcome.peer();
  }

  @Override
  public byte[] binding() {
    return outcome.binding().clone();
  }

  @Override
  public byte[] sessionSecret() {
    return outcome.sessionSecret().clone();
  }

  /** The key agreement that was used (IANA, TLS Supported Groups). */
  int negotiatedGroup() {
    return outcome.negotiatedGroup();
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
    Deadline deadline = Deadline.after(timeout);
    int count = take(destination);
    while (count == 0) {
      receive(deadline);
      count = take(destination);
    }
    return count;
  }

  /** Takes what has been decrypted: 0 when there is nothing yet, -1 when nothing will come. */
  private int take(ByteBuffer destination) {
    requireOpen();
    synchronized (protocol) {
      int count = Math.min(destination.remaining(), protocol.getAvailableInputBytes());
      if (count > 0) {
        return protocol.readInput(destination, count);
      }
      if (damage != null || protocol.isFailed()) {
        throw broken(damage);
      }
      return protocol.isClosed() ? -1 : 0;
    }
  }

  /** Gives the library what the link has; the part of a record waits there for its rest. */
  private void receive(Deadline deadline) {
    int count = link.read(received.clear(), deadline.left(link.remote()));
    boolean last;
    synchronized (protocol) {
      try {
        if (count < 0) {
          protocol.closeInput();
        } else {
          protocol.offerInput(received.array(), 0, count);
        }
      } catch (IOException e) {
        damage = e;
      }
      last = protocol.isClosed();
    }
    if (last) {
      sayFarewell();
    }
  }

  @Override
  public void write(ByteBuffer source, Duration timeout) {
    Deadline deadline = Deadline.after(timeout);
    sending.lock();
    try {
      while (source.hasRemaining()) {
        requireOpen();
        ByteBuffer records = seal(source);
        stuck = true;
        link.write(records, deadline.left(link.remote()));
        stuck = false;
      }
    } finally {
      sending.unlock();
    }
  }

  private ByteBuffer seal(ByteBuffer source) {
    synchronized (protocol) {
      if (stuck || protocol.isClosed()) {
        throw broken(damage);
      }
      int count = Math.min(source.remaining(), MAX_PLAIN_BYTES);
      try {
        protocol.writeApplicationData(
            source.array(), source.arrayOffset() + source.position(), count);
      } catch (IOException e) {
        throw broken(e);
      }
      source.position(source.position() + count);
      return TlsHandshake.output(protocol);
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      synchronized (protocol) {
        try {
          protocol.close();
        } catch (IOException _) {
          // Nothing is left that could be closed more.
        }
      }
      sayFarewell();
      link.close();
    }
  }

  /** Sends the library's last word, unless somebody is stuck in the middle of a record. */
  private void sayFarewell() {
    if (!sending.tryLock()) {
      return;
    }
    try {
      ByteBuffer records;
      synchronized (protocol) {
        records = TlsHandshake.output(protocol);
      }
      if (!stuck && records.hasRemaining()) {
        link.write(records, TlsHandshake.FAREWELL);
      }
    } catch (LocalStreamException _) {
      // The peer is gone, so it needs no farewell.
    } finally {
      sending.unlock();
    }
  }

  private void requireOpen() {
    if (closed.get()) {
      throw new LocalStreamException(
          FailureCode.CLOSED,
          "the channel to " + link.remote() + " is closed on this side; connect again");
    }
  }

  private LocalStreamException broken(@Nullable IOException cause) {
    String reason = cause == null ? "ended" : TlsHandshake.reason(cause);
    return new LocalStreamException(
        FailureCode.LINK_BROKEN,
        "the channel to " + link.remote() + " broke (" + reason + "); connect again",
        cause);
  }
}
