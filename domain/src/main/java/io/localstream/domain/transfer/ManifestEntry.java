package io.localstream.domain.transfer;

import java.time.Instant;
import java.util.Objects;

/**
 * One file of a transfer.
 *
 * @param sizeBytes 0 or more
 * @param modified last modification of the source
 * @param permissions POSIX permission bits, 0 to 0777; set-uid, set-gid and sticky do not exist
 *     here
 */
public record ManifestEntry(RelativePath path, long sizeBytes, Instant modified, int permissions) {
  private static final int ALL_PERMISSIONS = 0777;

  public ManifestEntry {
    Objects.requireNonNull(path);
    Objects.requireNonNull(modified);
    if (sizeBytes < 0) {
      throw new IllegalArgumentException("a size can't be negative");
    }
    if ((permissions & ~ALL_PERMISSIONS) != 0) {
      throw new IllegalArgumentException("permissions are the nine bits of rwxrwxrwx");
    }
  }
}
