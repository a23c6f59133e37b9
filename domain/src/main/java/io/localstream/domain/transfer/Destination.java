package io.localstream.domain.transfer;

import java.util.Objects;

/**
 * Where a person wants what arrives: a folder, in which the sender's name is kept, or the path of
 * the file itself.
 */
public record Destination(FileReference target, ExistingFile ifExists) {
  /** What to do where a file of that name is there already. */
  public enum ExistingFile {
    /** Leave it alone and fail. */
    KEEP,
    /** Replace it, atomically, once the new one is complete. */
    OVERWRITE,
    /** Save beside it under a name that is free: {@code name (1).ext}. */
    RENAME
  }

  public Destination {
    Objects.requireNonNull(target);
    Objects.requireNonNull(ifExists);
  }
}
