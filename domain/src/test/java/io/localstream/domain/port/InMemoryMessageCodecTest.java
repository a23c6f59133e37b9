package io.localstream.domain.port;

import io.localstream.domain.port.contract.MessageCodecContract;
import io.localstream.domain.port.fake.InMemoryMessageCodec;
import java.time.Duration;

class InMemoryMessageCodecTest extends MessageCodecContract {
  private final InMemoryMessageCodec codec = new InMemoryMessageCodec();

  @Override
  protected MessageCodec codec() {
    return codec;
  }

  @Override
  protected void writeUnknown(Link link, Duration timeout) {
    codec.writeUnknown(link, timeout);
  }
}
