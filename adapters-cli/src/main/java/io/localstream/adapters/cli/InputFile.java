package io.localstream.adapters.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** The file that standard input was redirected from, where the system tells (Linux, proc(5)). */
final class InputFile {
  private static final OptionalLong UNREAD = OptionalLong.of(0);
  private static final Path DESCRIPTOR = Path.of("/proc/self/fd/0");

  private InputFile() {}

  /** Empty where it is none, is not at its beginning, or has been removed. */
  static Optional<Path> find(InputStream in) {
    try {
      return Files.isRegularFile(DESCRIPTOR)
              && Streams.position(in).equals(UNREAD)
              && Streams.inputHoldsWhatItClaims()
          ? Optional.of(DESCRIPTOR.toRealPath())
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
