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
    RENAME,
    /** Leave it alone and do without the new one. */
    SKIP,
    /** Replace it where the new one was modified later, else leave it alone. */
    NEWER,
    /** Replace it unless size and time of modification are the same. */
    DIFFERENT,
    /** Give it the name {@code name.bak}, or {@code name.bak1} and so on, and put the new there. */
    BACKUP
  }

  public Destination {
    Objects.requireNonNull(target);
    Objects.requireNonNull(ifExists);
  }
}
