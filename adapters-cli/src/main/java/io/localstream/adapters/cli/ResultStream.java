package io.localstream.adapters.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A print stream that remembers why it could not be written to. Safe for several threads. */
final class ResultStream extends PrintStream {
  private final Noting noting;

  ResultStream(OutputStream target, Charset charset) {
    this(new Noting(target), charset);
  }

  private ResultStream(Noting noting, Charset charset) {
    super(noting, true, charset);
    this.noting = noting;
  }

  /** Why something is missing; empty where everything was written. */
  static Optional<IOException> failure(PrintStream stream) {
    if (!stream.checkError()) {
      return Optional.empty();
    }
    IOException known = stream instanceof ResultStream results ? results.noting.failure : null;
    return Optional.of(known == null ? new IOException("unknown reason") : known);
  }

  private static final class Noting extends FilterOutputStream {
    private volatile @Nullable IOException failure;

    Noting(OutputStream target) {
      super(target);
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        if (failure == null) {
          failure = e;
        }
        throw e;
      }
    }
  }
}
