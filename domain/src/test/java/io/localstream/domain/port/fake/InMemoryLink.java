package io.localstream.domain.port.fake;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.IncomingLink;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One end of a link. */
final class InMemoryLink implements IncomingLink {
  private final Endpoint local;
  private final Endpoint remote;
  private final InMemoryPipe in;
  private final InMemoryPipe out;
  private final Optional<Greeting> greeting;
  private final AtomicBoolean greeted = new AtomicBoolean();

  private InMemoryLink(
      Endpoint local,
      Endpoint remote,
      InMemoryPipe in,
      InMemoryPipe out,
      Optional<Greeting> greeting) {
    this.local = local;
    this.remote = remote;
    this.in = in;
    this.out = out;
    this.greeting = greeting;
  }

  static InMemoryLink dialled(InMemoryWire wire, Endpoint local, Endpoint remote) {
    return new InMemoryLink(local, remote, wire.toDialler, wire.fromDialler, Optional.empty());
  }

  /**
   * The listener's end.
   *
   * @param greeting what the dialler said, or empty for a stranger whose bytes are something else
   */
  static InMemoryLink arrived(
      InMemoryWire wire, Endpoint local, Endpoint remote, Optional<Greeting> greeting) {
    return new InMemoryLink(local, remote, wire.fromDialler, wire.toDialler, greeting);
  }

  @Override
  public Endpoint local() {
    return local;
  }

  @Override
  public Endpoint remote() {
    return remote;
  }

  @Override
  public Greeting greeting(Duration timeout) {
    if (greeted.getAndSet(true)) {
      throw new IllegalStateException("the greeting was read before");
    }
    return greeting.orElseGet(() -> strangersGreeting(timeout));
  }

  private Greeting strangersGreeting(Duration timeout) {
    if (in.read(ByteBuffer.allocate(1), timeout) < 0) {
      throw new LocalStreamException(FailureCode.LINK_BROKEN, "the link ended in its greeting");
    }
    throw new LocalStreamException(FailureCode.PROTOCOL_VIOLATION, "not a greeting");
  }

  @Override
  public int read(ByteBuffer destination, Duration timeout) {
    if (!destination.hasRemaining()) {
      throw new IllegalArgumentException("there is no room to read into");
    }
    return in.read(destination, timeout);
  }

  @Override
  public void write(ByteBuffer source, Duration timeout) {
    out.write(source, timeout);
  }

  @Override
  public void close() {
    out.closeWriter();
    in.closeReader();
  }
}
