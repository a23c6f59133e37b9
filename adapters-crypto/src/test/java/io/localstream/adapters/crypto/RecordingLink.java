package io.localstream.adapters.crypto;

import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Link;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Remembers what is written to a link. */
final class RecordingLink implements Link {
  private final Link link;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  RecordingLink(Link link) {
    this.link = link;
  }

  /** All that was written, a character for each byte. */
  String written() {
    return written.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void write(ByteBuffer source, Duration timeout) {
    written.write(source.array(), source.arrayOffset() + source.position(), source.remaining());
    link.write(source, timeout);
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
