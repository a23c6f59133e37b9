package io.localstream.adapters.socket;

import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.IncomingLink;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** An accepted TCP connection, which gives back the byte that told a secure channel. */
final class IncomingTcpLink implements IncomingLink {
  private static final int NOTHING = -1;

  private final TcpLink link;
  private final AtomicBoolean greeted = new AtomicBoolean();
  private volatile int unread = NOTHING;

  IncomingTcpLink(TcpLink link) {
    this.link = link;
  }

  @Override
  public Greeting greeting(Duration timeout) {
    if (greeted.getAndSet(true)) {
      throw new IllegalStateException("the greeting was read before");
    }
    Deadline deadline = Deadline.in(timeout);
    byte first = GreetingForm.exactly(1, link, deadline)[0];
    Greeting greeting = GreetingForm.decode(first, link, deadline);
    if (greeting instanceof Greeting.Control) {
      unread = first;
    }
    return greeting;
  }

  @Override
  public int read(ByteBuffer destination, Duration timeout) {
    if (unread == NOTHING || link.isClosed() || !destination.hasRemaining()) {
      return link.read(destination, timeout);
    }
    destination.put((byte) unread);
    unread = NOTHING;
    return 1;
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
  public void write(ByteBuffer source, Duration timeout) {
    link.write(source, timeout);
  }

  @Override
  public void close() {
    link.close();
  }
}
