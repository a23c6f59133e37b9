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

  private static final List<String> READ_ONLY_WORDS = List.of("Read-only file system");

  private static final List<String> NOT_PERMITTED_WORDS = List.of("Operation not permitted");

  private static final List<String> NAME_TOO_LONG_WORDS = List.of("File name too long");

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
    if (isReadOnly(target, cause)) {
      return failure(
          FailureCode.READ_ONLY,
          target,
          "can't be written: the file system is read-only; receive it elsewhere",
          cause);
    }
    if (isNotPermitted(cause)) {
      return failure(
          FailureCode.NO_PERMISSION,
          target,
          "can't be written: permission denied; change the permissions of its folder",
          cause);
    }
    if (cause instanceof NoSuchFileException) {
      return failure(
          FailureCode.FILE_MISSING,
          target,
          "can't be written: its folder is not there any more; receive it again",
          cause);
    }
    if (says(cause, NAME_TOO_LONG_WORDS)) {
      return failure(
          FailureCode.FILE_NAME_UNSAFE,
          target,
          "can't be saved: its name is too long for the file system; choose another name",
          cause);
    }
    return failure(FailureCode.FILE_UNWRITABLE, target, "can't be written" + reason(cause), cause);
  }

  private static boolean isReadOnly(Path target, IOException cause) {
    return says(cause, READ_ONLY_WORDS)
        || (!isNotPermitted(cause) && isReadOnly(target.resolveSibling(".")));
  }

  private static boolean isReadOnly(Path folder) {
    try {
      return Files.getFileStore(folder).isReadOnly();
    } catch (IOException _) {
      return false;
    }
  }

  private static boolean isNotPermitted(IOException cause) {
    return cause instanceof AccessDeniedException || says(cause, NOT_PERMITTED_WORDS);
  }

  private static String reason(IOException cause) {
    String words =
        cause instanceof FileSystemException failure ? failure.getReason() : cause.getMessage();
    return words == null ? "" : ": " + words;
  }

  private static boolean says(IOException cause, List<String> words) {
    String message = String.valueOf(cause.getMessage());
    return words.stream().anyMatch(message::contains);
  }

  private static LocalStreamException failure(
      FailureCode code, Path target, String what, IOException cause) {
    return new LocalStreamException(code, TypedPaths.show(target) + " " + what, cause);
  }

  static boolean isNoSpace(Path target, IOException failure) {
    return says(failure, NO_SPACE_WORDS)
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
