package io.localstream.domain.port;

import io.localstream.domain.transfer.ContentDigest;
import java.nio.ByteBuffer;

/** A digest while content is added to it. For one thread. */
public interface RunningDigest {
  /** Adds what remains in the buffer, and leaves nothing in it. */
  void add(ByteBuffer content);

  /** Adds a text in UTF-8. */
  void add(String text);

  /** The digest of all that was added; begins anew. */
  ContentDigest finish();
}
