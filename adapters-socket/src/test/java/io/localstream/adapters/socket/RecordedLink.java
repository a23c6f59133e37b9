package io.localstream.adapters.socket;

import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Link;
import java.nio.ByteBuffer;
import java.time.Duration;

/** Gives what was recorded, and notes how much room it was offered for it. */
final class RecordedLink implements Link {
  static final Endpoint REMOTE = Endpoint.of("192.168.1.9", 4711);

  private final ByteBuffer bytes;
  private int largestBuffer;

  RecordedLink(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  int largestBuffer() {
    return largestBuffer;
  }

  @Override
  public int read(ByteBuffer destination, Duration timeout) {
    largestBuffer = Math.max(largestBuffer, destination.array().length);
    int length = Math.min(bytes.remaining(), destination.remaining());
    destination.put(bytes.slice().limit(length));
    bytes.position(bytes.position() + length);
    return length == 0 ? -1 : length;
  }

  @Override
  public void write(ByteBuffer source, Duration timeout) {
    throw new UnsupportedOperationException("only for reading");
  }

  @Override
  public Endpoint local() {
    return Endpoint.of("192.168.1.7", 8080);
  }

  @Override
  public Endpoint remote() {
    return REMOTE;
  }

  @Override
  public void close() {}
}
