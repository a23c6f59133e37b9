package io.localstream.domain.transfer;

import io.localstream.domain.calendar.CommonEra;
import java.time.Instant;
import java.util.Objects;

/** One thing of a transfer: a file, a folder or a symbolic link. */
public sealed interface ManifestEntry {
  int ALL_PERMISSIONS = 0777;
  int EXECUTE_PERMISSIONS = 0111;

  RelativePath path();

  /** Last modification of the source. */
  Instant modified();

  /** POSIX permission bits, 0 to 0777; a link lets everybody through. */
  default int permissions() {
    return ALL_PERMISSIONS;
  }

  /** How much of the stream of bytes belongs to it. */
  default long sizeBytes() {
    return 0;
  }

  /**
   * A regular file.
   *
   * @param sizeBytes 0 or more
   * @param permissions POSIX permission bits, 0 to 0777; set-uid, set-gid and sticky do not exist
   *     here
   */
  record File(RelativePath path, long sizeBytes, Instant modified, int permissions)
      implements ManifestEntry {
    public File {
      Objects.requireNonNull(path);
      CommonEra.require(modified);
      if (sizeBytes < 0) {
        throw new IllegalArgumentException("a size can't be negative");
      }
      requirePermissions(permissions);
    }
  }

  /**
   * A folder. One that holds something need not be named, if nothing is to be said about it.
   *
   * @param permissions as of a {@link File}
   */
  record Folder(RelativePath path, Instant modified, int permissions) implements ManifestEntry {
    public Folder {
      Objects.requireNonNull(path);
      CommonEra.require(modified);
      requirePermissions(permissions);
    }
  }

  /** A symbolic link, which leads nowhere but to a place of the same transfer. */
  record Link(RelativePath path, LinkTarget target, Instant modified) implements ManifestEntry {
    public Link {
      Objects.requireNonNull(path);
      Objects.requireNonNull(target);
      CommonEra.require(modified);
      if (target.levelsUp() >= path.segments().size()) {
        throw new IllegalArgumentException("a link can't lead out of the transfer");
      }
    }
  }

  private static void requirePermissions(int permissions) {
    if ((permissions & ~ALL_PERMISSIONS) != 0) {
      throw new IllegalArgumentException("permissions are the nine bits of rwxrwxrwx");
    }
  }
}
