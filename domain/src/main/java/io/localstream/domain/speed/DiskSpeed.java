package io.localstream.domain.speed;

import java.util.Objects;

/**
 * How fast a disk is.
 *
 * @param writing with everything forced to disk
 * @param reading of what was written
 * @param fromMemory whether the system would read from its memory only, so that {@code reading}
 *     says nothing of the disk
 */
public record DiskSpeed(Measurement writing, Measurement reading, boolean fromMemory) {
  public DiskSpeed {
    Objects.requireNonNull(writing);
    Objects.requireNonNull(reading);
  }
}
