package io.localstream.adapters.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Standard streams for tests. */
final class TestStreams {
  private TestStreams() {}

  /** Nothing comes in, and what goes out is lost. */
  static Streams silent() {
    return plain(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), false);
  }

  /** Nothing comes in. */
  static Streams plain(OutputStream out, OutputStream err, boolean terminal) {
    return new Streams(
        InputStream.nullInputStream(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false,
        terminal,
        terminal,
        () -> 80,
        () -> {
          throw new IOException("there is no terminal");
        });
  }
}
