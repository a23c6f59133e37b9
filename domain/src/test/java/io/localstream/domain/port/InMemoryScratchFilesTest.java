package io.localstream.domain.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.port.contract.ScratchFilesContract;
import io.localstream.domain.port.fake.InMemoryScratchFiles;
import io.localstream.domain.transfer.FileReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryScratchFilesTest extends ScratchFilesContract {
  private final InMemoryScratchFiles files = new InMemoryScratchFiles("here");

  @Override
  protected ScratchFiles open() {
    return files;
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
    return files.names();
  }

  @Test
  void tellsHowMuchIsWrittenAndRead() {
    List<Long> seen = new ArrayList<>();
    files.whenWritten(seen::add);
    files.whenRead(seen::add);
    try (ScratchFile file = files.create(folder(), 10)) {
      file.write(0, ByteBuffer.allocate(7));
      file.read(0, ByteBuffer.allocate(3));
    }

    assertThat(seen).containsExactly(7L, 3L);
  }
}
