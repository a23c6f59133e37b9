package io.localstream.domain.port.contract;

import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.fake.PipedLinks;
import java.nio.ByteBuffer;
import java.time.Duration;

/** Hands out one byte at a time, and takes a while for each. */
final class TricklingLink implements Link {
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final Link link;
  private final Link silent = PipedLinks.connected().first();

  TricklingLink(Link link) {
    this.link = link;
  }

  @Override
  public int read(ByteBuffer destination, Duration timeout) {
    try {
      silent.read(ByteBuffer.allocate(1), PAUSE);
    } catch (LocalStreamException _) {
      // As meant: nobody ever writes there.
    }
    ByteBuffer one = ByteBuffer.allocate(1);
    int count = link.read(one, timeout);
    destination.put(one.flip());
    return count;
  }

  @Override
  public void write(ByteBuffer source, Duration timeout) {
    link.write(source, timeout);
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
  public void close() {
    link.close();
  }
}
