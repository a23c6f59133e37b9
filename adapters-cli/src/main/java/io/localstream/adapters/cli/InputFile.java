package io.localstream.adapters.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file that standard input was redirected from, where the system tells (Linux, proc(5)). */
final class InputFile {
  private static final Path DESCRIPTOR = Path.of("/proc/self/fd/0");

  private InputFile() {}

  /** Empty where it is none, is not at its beginning, or has been removed. */
  // Standard input stays open, and no other stream reads from it.
  @SuppressWarnings({"resource", "ReferenceEquality"})
  static Optional<Path> find(InputStream in) {
    if (in != System.in || !Files.isRegularFile(DESCRIPTOR)) {
      return Optional.empty();
    }
    try {
      boolean unread = new FileInputStream(FileDescriptor.in).getChannel().position() == 0;
      return unread ? Optional.of(DESCRIPTOR.toRealPath()) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
