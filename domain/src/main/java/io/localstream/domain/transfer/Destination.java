package io.localstream.domain.transfer;

import java.util.Objects;

/**
 * Where a person wants what arrives: a folder, in which the sender's name is kept, or the path of
 * the file itself. A path that ends with a slash is a folder's.
 *
 * @param ifExists what to do where a file of that name is there already
 * @param picking what of an offer is taken, and what was decided about single files
 * @param names what becomes of names that need care
 */
public record Destination(
    FileReference target, ExistingFile ifExists, Picking picking, NamePolicy names) {
  /** What to do where a file of that name is there already. */
  public enum ExistingFile {
    /** Leave it alone and fail. */
    KEEP,
    /** Replace it, atomically, once the new one is complete. */
    OVERWRITE,
    /**
     * Save beside it under a name that is free: {@code name (1).ext}. A folder whose name something
     * else has is saved as {@code name (1)}, or merged with a folder of that name.
     */
    RENAME,
    /** Leave it alone and do without the new one. */
    SKIP,
    /** Replace it where the new one was modified later, else leave it alone. */
    NEWER,
    /** Replace it unless size and time of modification are the same. */
    DIFFERENT,
    /** Give it the name {@code name.bak}, or {@code name.bak1} and so on, and put the new there. */
    BACKUP,
    /** A person is asked about each; where nobody has decided, leave it alone and fail. */
    ASK
  }

  public Destination {
    Objects.requireNonNull(target);
    Objects.requireNonNull(ifExists);
    Objects.requireNonNull(picking);
    Objects.requireNonNull(names);
  }

  /** With no care but the usual one about names. */
  public Destination(FileReference target, ExistingFile ifExists, Picking picking) {
    this(target, ifExists, picking, NamePolicy.CAREFUL);
  }

  /** All of an offer. */
  public Destination(FileReference target, ExistingFile ifExists) {
    this(target, ifExists, Picking.ALL);
  }

  /** The same with another choice of what is taken. */
  public Destination with(Picking other) {
    return new Destination(target, ifExists, other, names);
  }

  /** The same with another care about names. */
  public Destination with(NamePolicy other) {
    return new Destination(target, ifExists, picking, other);
  }

  /** What to do where something has the name of this entry of the offer. */
  public ExistingFile ifExists(RelativePath entry) {
    return picking.decided().getOrDefault(entry, ifExists);
  }
}
