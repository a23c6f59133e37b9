package io.localstream.domain.transfer;

import io.localstream.domain.failure.FailureCode;
import java.util.Objects;

/**
 * Something that could not be sent, saved or verified while the rest was.
 *
 * @param path of it as this side knows it, in full where it can be, safe to show
 * @param reason {@code FILE_MISSING}, {@code FILE_UNREADABLE}, {@code FILE_CHANGED}, {@code
 *     FILE_NAME_UNSAFE}, {@code NAME_HIDDEN}, {@code NAME_NOT_HELD}, {@code FILE_UNWRITABLE},
 *     {@code FILE_EXISTS}, {@code NO_SPACE}, {@code NO_PERMISSION}, {@code READ_ONLY} or {@code
 *     CONTENT_DAMAGED}; {@code NOT_VERIFIED} if it is there, but was not compared as it should have
 *     been
 * @param words the rest of a line that begins with the path
 */
public record MissingEntry(String path, FailureCode reason, String words) {
  public MissingEntry {
    Objects.requireNonNull(path);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(words);
  }
}
