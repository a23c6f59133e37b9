package io.localstream.adapters.persistence.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.localstream.domain.calendar.CommonEra;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ModificationTimeTest {
  /** A file system in memory, which keeps any number of seconds. */
  private static final Path IN_MEMORY = Path.of("/dev/shm");

  @Test
  void isTheNearestThatCanBeTold() throws IOException {
    assumeTrue(Files.isWritable(IN_MEMORY), "needs a file system that keeps every time");
    Path file = Files.createTempFile(IN_MEMORY, "localstream", ".test");
    try {
      assertThat(written(file, "+60000-01-01T00:00:00Z")).isEqualTo(CommonEra.LAST);
      assertThat(written(file, "-5000-01-01T00:00:00Z")).isEqualTo(CommonEra.FIRST);
      assertThat(written(file, "2026-01-31T12:34:56Z")).isEqualTo("2026-01-31T12:34:56Z");
    } finally {
      Files.delete(file);
    }
  }

  private static Instant written(Path file, String time) throws IOException {
    FileTime wanted = FileTime.from(Instant.parse(time));
    Files.setLastModifiedTime(file, wanted);
    assumeTrue(Files.getLastModifiedTime(file).equals(wanted), "keeps other times only");
    return ModificationTime.of(Files.readAttributes(file, BasicFileAttributes.class));
  }
}
