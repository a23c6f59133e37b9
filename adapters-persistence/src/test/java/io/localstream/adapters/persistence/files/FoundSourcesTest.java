package io.localstream.adapters.persistence.files;

import static io.localstream.domain.port.contract.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.RelativePath;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoundSourcesTest {
  private final List<SourceFile> given = new ArrayList<>();
  private final FoundSources found = new FoundSources(given::add);

  private static SourceFile file(long size) {
    return new SourceFile(
        SourcePlace.top(Path.of("folder"), "key"),
        new ManifestEntry.File(new RelativePath("file"), size, Instant.EPOCH, 0644),
        0);
  }

  @Test
  void takesAMillionAndNotOneMore() {
    SourceFile file = file(1);
    for (int i = 0; i < Manifest.MAX_ENTRIES; i++) {
      found.add(file);
    }

    assertFails(FailureCode.INVALID_ARGUMENT, () -> found.add(file));
    assertThat(given).hasSize(Manifest.MAX_ENTRIES);
    assertThat(found.totalBytes()).isEqualTo(Manifest.MAX_ENTRIES);
  }

  @Test
  void takesNotMoreBytesThanAStreamCanHold() {
    found.add(file(Long.MAX_VALUE));

    assertFails(FailureCode.INVALID_ARGUMENT, () -> found.add(file(1)));
  }

  @Test
  void showsPathsWithoutHarm() {
    found.leaveOut(Path.of("a\u202eb"), FailureCode.FILE_UNREADABLE, "can't be read");

    assertThat(found.missing().getFirst().path()).isEqualTo("a\\u202eb");
  }
}
