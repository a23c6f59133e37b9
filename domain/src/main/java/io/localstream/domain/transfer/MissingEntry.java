package io.localstream.domain.transfer;

import io.localstream.domain.failure.FailureCode;
import java.util.Objects;

/**
 * Something that could not be sent or saved while the rest was.
 *
 * @param path of it as this side knows it, in full where it can be, safe to show
 * @param reason {@code FILE_MISSING}, {@code FILE_UNREADABLE}, {@code FILE_CHANGED}, {@code
 *     FILE_NAME_UNSAFE}, {@code FILE_UNWRITABLE}, {@code FILE_EXISTS}, {@code NAME_HIDDEN} or
 *     {@code NAME_NOT_HELD}
 * @param words the rest of a line that begins with the path
 */
public record MissingEntry(String path, FailureCode reason, String words) {
  public MissingEntry {
    Objects.requireNonNull(path);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(words);
  }
}
