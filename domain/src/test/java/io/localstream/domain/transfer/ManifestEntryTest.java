package io.localstream.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestEntryTest {
  private static ManifestEntry link(String path, String target) {
    return new ManifestEntry.Link(new RelativePath(path), new LinkTarget(target), Instant.EPOCH);
  }

  @ParameterizedTest
  @CsvSource({"a, b", "a/b, ../c", "a/b, ..", "a/b/c, ../../d", "a/b/c, ../.."})
  void linksWithinTheTransfer(String path, String target) {
    assertThat(link(path, target).sizeBytes()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"a, ..", "a, ../b", "a/b, ../../c", "a/b, ../..", "a/b/c, ../../../d"})
  void refusesALinkOutOfTheTransfer(String path, String target) {
    assertThatThrownBy(() -> link(path, target)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 01000, 02755, 04755, 040755})
  void refusesAFolderWithMoreThanThePermissionBits(int permissions) {
    assertThatThrownBy(
            () -> new ManifestEntry.Folder(new RelativePath("a"), Instant.EPOCH, permissions))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlyAFileHasContent() {
    ManifestEntry folder = new ManifestEntry.Folder(new RelativePath("a"), Instant.EPOCH, 0750);

    assertThat(folder.sizeBytes()).isZero();
    assertThat(folder.permissions()).isEqualTo(0750);
    assertThat(link("a", "b").permissions()).isEqualTo(0777);
  }
}
