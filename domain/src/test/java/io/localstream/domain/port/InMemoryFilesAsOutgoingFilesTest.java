package io.localstream.domain.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.port.contract.OutgoingFilesContract;
import io.localstream.domain.port.fake.InMemoryFiles;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Selection;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryFilesAsOutgoingFilesTest extends OutgoingFilesContract {
  private final InMemoryFiles files = new InMemoryFiles();

  @Override
  protected OutgoingFiles open() {
    return files;
  }

  @Override
  protected FileReference write(String name, byte[] content) {
    return files.put("home/" + name, content);
  }

  @Override
  protected FileReference makeFolder(String name) {
    return files.makeFolder("home/" + name);
  }

  @Override
  protected void delete(String name) {
    files.delete("home/" + name);
  }

  @Override
  protected FileReference link(String name, String target) {
    return files.link("home/" + name, target);
  }

  @Override
  protected FileReference reference(String name) {
    return new FileReference("home/" + name);
  }

  @Test
  void changesAFileInTheMiddleOfReading() {
    FileReference file = files.put("file", new byte[4]);
    files.afterReading(2, () -> files.put("file", new byte[3]));

    try (OutgoingTree tree = files.open(List.of(file), Selection.ALL)) {
      tree.read(0, ByteBuffer.allocate(2));

      tree.read(2, ByteBuffer.allocate(2));

      assertThat(tree.spoilt().byPlace()).containsOnlyKeys(0);
    }
  }
}
