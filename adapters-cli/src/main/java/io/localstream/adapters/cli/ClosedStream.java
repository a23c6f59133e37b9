package io.localstream.adapters.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Stands for a standard stream that was closed when the program was started. */
final class ClosedStream {
  private ClosedStream() {}

  /** Every read fails. */
  static InputStream input() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("it is closed");
      }

      @Override
      public int read(byte[] destination, int offset, int length) throws IOException {
        return length == 0 ? 0 : read();
      }
    };
  }

  /** Every write fails, which {@link PrintStream#checkError} tells. */
  static PrintStream output() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("it is closed");
          }
        };
    return new PrintStream(closed, true, StandardCharsets.UTF_8);
  }
}
