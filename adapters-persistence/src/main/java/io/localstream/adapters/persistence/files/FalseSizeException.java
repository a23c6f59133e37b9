package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.io.Serial;

/** A file gives less or more than its size says, and has not changed. */
final class FalseSizeException extends IOException {
  /** The rest of a line that begins with the path. */
  static final String WORDS =
      "holds another amount than its size says; send it with: localstream send - --name NAME <"
          + " FILE";

  @Serial private static final long serialVersionUID = 1;
}
