package io.localstream.adapters.persistence.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of file systems without hard links; the other ways are in DiskIncomingFilesTest. */
class PublicationTest {
  @TempDir private Path folder;
  private Path partial;
  private Path target;

  @BeforeEach
  void writePartial() throws IOException {
    partial = Files.writeString(folder.resolve("partial"), "new");
    target = folder.resolve("target");
  }

  @Test
  void movesToAFreeName() throws IOException {
    Publication.moveToReservedName(partial, target);

    assertThat(target).hasContent("new");
    assertThat(partial).doesNotExist();
  }

  @Test
  void leavesAloneWhatHasTheName() throws IOException {
    Files.writeString(target, "old");

    assertThatThrownBy(() -> Publication.moveToReservedName(partial, target))
        .isInstanceOf(FileAlreadyExistsException.class);

    assertThat(target).hasContent("old");
    assertThat(partial).hasContent("new");
  }

  @Test
  void takesBackTheNameWhenThereIsNothingToMove() throws IOException {
    Files.delete(partial);

    assertThatThrownBy(() -> Publication.moveToReservedName(partial, target))
        .isInstanceOf(NoSuchFileException.class);

    assertThat(target).doesNotExist();
  }
}
