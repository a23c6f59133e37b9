package io.localstream.domain.transfer;

import io.localstream.domain.display.DisplayText;
import java.util.Objects;

/**
 * A path of this machine as a person typed it. Only the adapter of the file system reads it; a
 * peer's words never become one.
 */
public record FileReference(String value) {
  public FileReference {
    Objects.requireNonNull(value);
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a path can't be empty");
    }
  }

  @Override
  public String toString() {
    return DisplayText.escape(value);
  }
}
