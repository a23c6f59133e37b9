package io.localstream.adapters.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The file that keeps what was typed at the prompt. */
final class ShellHistory {
  private ShellHistory() {}

  /** The file in that home, readable by its owner only; made where it is missing. */
  static Path in(Path home) throws IOException {
    Path file = home.resolve("history");
    boolean posix = home.getFileSystem().supportedFileAttributeViews().contains("posix");
    try {
      if (posix) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
    } catch (FileAlreadyExistsException _) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    return file;
  }
}
