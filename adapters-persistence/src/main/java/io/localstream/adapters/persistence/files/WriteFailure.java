package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Tells why a file that arrives could not be kept. */
final class WriteFailure {
  /** The system's words, because Java has no code for it; translated systems are caught below. */
  private static final List<String> NO_SPACE_WORDS =
      List.of("No space left", "quota exceeded", "not enough space");

  private static final long NEARLY_NOTHING_BYTES = 64 << 10;

  private WriteFailure() {}

  /** Translates an exception that was met while writing what will be {@code target}. */
  static LocalStreamException of(Path target, IOException cause) {
    if (cause instanceof ClosedChannelException) {
      return failure(FailureCode.CANCELLED, target, "was not received: it was cancelled", cause);
    }
    if (isNoSpace(target, cause)) {
      return failure(
          FailureCode.NO_SPACE, target, "does not fit: the disk is full; free some space", cause);
    }
    return failure(
        FailureCode.FILE_UNWRITABLE,
        target,
        "can't be written" + reason(cause) + "; check the folder and its permissions",
        cause);
  }

  private static String reason(IOException cause) {
    String words =
        switch (cause) {
          case NoSuchFileException _ -> "its folder is not there any more";
          case AccessDeniedException _ -> "permission denied";
          case FileSystemException failure -> failure.getReason();
          default -> cause.getMessage();
        };
    return words == null ? "" : " (" + words + ")";
  }

  private static LocalStreamException failure(
      FailureCode code, Path target, String what, IOException cause) {
    return new LocalStreamException(code, TypedPaths.show(target) + " " + what, cause);
  }

  static boolean isNoSpace(Path target, IOException failure) {
    String words = String.valueOf(failure.getMessage());
    return NO_SPACE_WORDS.stream().anyMatch(words::contains)
        || (isForTheSystemToTell(failure) && isNearlyFull(target.resolveSibling(".")));
  }

  private static boolean isForTheSystemToTell(IOException failure) {
    return !(failure instanceof AccessDeniedException || failure instanceof NoSuchFileException);
  }

  /** Where the system speaks another language. */
  private static boolean isNearlyFull(Path folder) {
    try {
      FileStore disk = Files.getFileStore(folder);
      return disk.getTotalSpace() > 0
          && disk.getUsableSpace() < NEARLY_NOTHING_BYTES
          && !disk.isReadOnly();
    } catch (IOException _) {
      return false;
    }
  }

  /** How much this user may still write into that folder, or beside it; a lot if it is unknown. */
  static long freeBytes(Path folder) {
    Path there = Files.isDirectory(folder) ? folder : folder.resolveSibling(".");
    long free = there.toFile().getUsableSpace();
    // Zero is also the answer for unknown; a disk that is full tells so at the first write.
    return free > 0 ? free : Long.MAX_VALUE;
  }
}
