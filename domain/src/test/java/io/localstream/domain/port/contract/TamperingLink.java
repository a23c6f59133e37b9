package io.localstream.domain.port.contract;

import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Link;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Somebody on the wire who changes what one side writes, from the moment that it is told how. */
final class TamperingLink implements Link {
  private final Link link;
  private volatile Function<byte[], List<byte[]>> attack = List::of;

  TamperingLink(Link link) {
    this.link = link;
  }

  /** From now on each write arrives as what the attack makes of it. */
  void attack(Function<byte[], List<byte[]>> attack) {
    this.attack = attack;
  }

  @Override
  public void write(ByteBuffer source, Duration timeout) {
    byte[] written = new byte[source.remaining()];
    source.get(written);
    for (byte[] arrives : attack.apply(written)) {
      link.write(ByteBuffer.wrap(arrives), timeout);
    }
  }

  @Override
  public int read(ByteBuffer destination, Duration timeout) {
    return link.read(destination, timeout);
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
