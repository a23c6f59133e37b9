package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.io.Serial;

/** What lies there is not, or not any more, what was described. */
final class SourceChangedException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  SourceChangedException() {}

  SourceChangedException(IOException cause) {
    super(cause);
  }
}
