package io.localstream.adapters.persistence.files;

import io.localstream.domain.time.CommonEra;
import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** When something was modified last, as far as a file system knows such times. */
final class ModificationTime {
  private static final FileTime EPOCH = FileTime.fromMillis(0);

  private ModificationTime() {}

  /** The nearest time that can be told: some file systems keep any 64-bit number of seconds. */
  static Instant of(BasicFileAttributes attributes) {
    return CommonEra.clamp(attributes.lastModifiedTime().toInstant());
  }

  static void set(BasicFileAttributeView view, FileTime time) throws IOException {
    try {
      view.setTimes(time, time, null);
    } catch (IOException e) {
      if (time.compareTo(EPOCH) >= 0) {
        throw e;
      }
      // Not every file system, and not every JDK, has times before 1970.
      view.setTimes(EPOCH, EPOCH, null);
    }
  }
}
