package io.localstream.adapters.persistence.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each reason for which nothing can be written has its own code, and its own words. */
class WriteFailureTest {
  @TempDir Path folder;

  private LocalStreamException of(IOException cause) {
    return WriteFailure.of(folder.resolve("report.pdf"), cause);
  }

  @ParameterizedTest
  @CsvSource({
    "No space left on device, NO_SPACE, the disk is full",
    "Disk quota exceeded, NO_SPACE, the disk is full",
    "Read-only file system, READ_ONLY, the file system is read-only",
    "Operation not permitted, NO_PERMISSION, permission denied",
    "File name too long, FILE_NAME_UNSAFE, its name is too long",
    "Input/output error, FILE_UNWRITABLE, can't be written: Input/output error"
  })
  void theSystemsWordsTell(String reason, FailureCode code, String words) {
    LocalStreamException failure = of(new FileSystemException("report.pdf", null, reason));

    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.getMessage()).contains("report.pdf", words);
  }

  @Test
  void deniedAccessIsAboutPermissionsOnly() {
    assertThat(of(new AccessDeniedException("x")).code()).isEqualTo(FailureCode.NO_PERMISSION);
    assertThat(of(new AccessDeniedException("x")).getMessage()).doesNotContain("space", "name");
  }

  @Test
  void aFolderThatIsGoneIsSaidToBe() {
    LocalStreamException failure = of(new NoSuchFileException("x"));

    assertThat(failure.code()).isEqualTo(FailureCode.FILE_MISSING);
    assertThat(failure.getMessage()).contains("its folder is not there any more");
  }
}
