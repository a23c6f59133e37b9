package io.localstream.adapters.persistence;

import org.jspecify.annotations.Nullable;

/** A document that is not what it should be; the message says where, without its content. */
final class MalformedDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedDocumentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
