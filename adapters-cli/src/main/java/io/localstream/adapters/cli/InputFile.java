package io.localstream.adapters.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
              && holdsWhatItClaims()
          ? Optional.of(DESCRIPTOR.toRealPath())
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** In proc(5) and sysfs(5), and with FUSE, files may hold more or less than their size says. */
  // Standard input stays open.
  @SuppressWarnings("resource")
  private static boolean holdsWhatItClaims() throws IOException {
    FileChannel channel = new FileInputStream(FileDescriptor.in).getChannel();
    long size = channel.size();
    return channel.read(ByteBuffer.allocate(1), size) < 0
        && (size == 0 || channel.read(ByteBuffer.allocate(1), size - 1) == 1);
  }
}
