package io.localstream.domain.port.fake;

import io.localstream.domain.port.Digester;
import io.localstream.domain.port.RunningDigest;
import io.localstream.domain.transfer.ContentDigest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Digests by a checksum of 64 bits (FNV-1a), good enough to tell the contents of tests apart. */
public final class InMemoryDigester implements Digester {
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  @Override
  public RunningDigest begin() {
    return new RunningDigest() {
      private long hash = BASIS;

      @Override
      public void add(ByteBuffer content) {
        while (content.hasRemaining()) {
          hash = (hash ^ (content.get() & 0xFF)) * PRIME;
        }
      }

      @Override
      public void add(String text) {
        add(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      }

      @Override
      public ContentDigest finish() {
        byte[] value = ByteBuffer.allocate(ContentDigest.BYTES).putLong(hash).array();
        hash = BASIS;
        return new ContentDigest(value);
      }
    };
  }
}
