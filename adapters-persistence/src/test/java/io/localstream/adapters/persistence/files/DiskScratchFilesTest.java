package io.localstream.adapters.persistence.files;

import static io.localstream.domain.port.contract.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.port.ScratchFile;
import io.localstream.domain.port.ScratchFiles;
import io.localstream.domain.port.contract.ScratchFilesContract;
import io.localstream.domain.transfer.FileReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskScratchFilesTest extends ScratchFilesContract {
  @TempDir private Path base;
  private Path here;

  @BeforeEach
  void makeFolder() throws IOException {
    here = Files.createDirectory(base.resolve("here"));
  }

  @Override
  protected ScratchFiles open() {
    return new DiskScratchFiles(base, base);
  }

  @Override
  protected FileReference folder() {
    return new FileReference("here");
  }

  @Override
  protected FileReference missing() {
    return new FileReference("nowhere");
  }

  @Override
  protected List<String> names() {
    try (Stream<Path> entries = Files.list(here)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** So that a process that is killed leaves nothing, either. */
  @Test
  void hasNoNameWhereTheSystemLetsItHaveNone() {
    assumeTrue(Permissions.areSupported(here));
    try (ScratchFile file = open().create(folder(), 10)) {
      file.write(0, ByteBuffer.allocate(10));

      assertThat(names()).isEmpty();
    }
  }

  @Test
  void refusesWhatIsNoFolder() throws IOException {
    Files.createFile(here.resolve("file"));

    assertFails(FailureCode.FILE_MISSING, () -> open().create(new FileReference("here/file"), 10));
  }

  @Test
  void saysWhereTheFileSystemHasOnlyMemory() throws IOException {
    Path memory = Path.of("/dev/shm");
    assumeTrue(Files.isWritable(memory) && Files.getFileStore(memory).type().equals("tmpfs"));
    try (ScratchFile file = open().create(new FileReference(memory.toString()), 10)) {
      file.write(0, ByteBuffer.wrap(new byte[] {1, 2, 3}));
      ByteBuffer read = ByteBuffer.allocate(2);

      file.read(1, read);

      assertThat(read.array()).containsExactly(2, 3);
      assertThat(file.readsMemory()).isTrue();
    }
  }
}
