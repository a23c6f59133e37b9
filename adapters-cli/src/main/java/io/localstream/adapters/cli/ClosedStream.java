package io.localstream.adapters.cli;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Stands for a standard stream that was closed when the program was started. */
final class ClosedStream {
  private ClosedStream() {}

  /** Every read fails with {@code FILE_UNREADABLE}: no reader takes it for an end. */
  static InputStream input() {
    return new InputStream() {
      @Override
      public int read() {
        throw new LocalStreamException(FailureCode.FILE_UNREADABLE, "standard input is closed");
      }

      @Override
      public int read(byte[] destination, int offset, int length) {
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
