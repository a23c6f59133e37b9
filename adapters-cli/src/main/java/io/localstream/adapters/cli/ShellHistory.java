package io.localstream.adapters.cli;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** The file that keeps what was typed at the prompt. */
final class ShellHistory {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final FileAttribute<?> OWNER_ONLY_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  /** All of it is read at the start. */
  private static final long MAX_BYTES = 4 << 20;

  private ShellHistory() {}

  /**
   * The file in that home, for its owner only; both are made where they are missing. None where the
   * home can only be read, and where the file is too large to be one.
   */
  static Optional<Path> in(Path home) {
    Path file = home.resolve("history");
    try {
      if (home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        makeForOwner(home, file);
      } else {
        Files.createDirectories(home);
      }
      return Files.exists(file) && Files.size(file) > MAX_BYTES
          ? Optional.empty()
          : Optional.of(file);
    } catch (IOException e) {
      if (Files.isDirectory(home) && !Files.isWritable(home)) {
        return Optional.empty();
      }
      throw new LocalStreamException(
          FailureCode.STORE_UNAVAILABLE,
          file + " can't be used; choose another home with --home (" + e + ")",
          e);
    }
  }

  private static void makeForOwner(Path home, Path file) throws IOException {
    Files.createDirectories(home, OWNER_ONLY_FOLDER);
    try {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } catch (FileAlreadyExistsException _) {
      Files.setPosixFilePermissions(file, OWNER_ONLY);
    }
  }
}
