package io.localstream.domain.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.contract.IncomingFilesContract;
import io.localstream.domain.port.contract.SampleDevices;
import io.localstream.domain.port.fake.InMemoryFiles;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.NameRules;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.TransferId;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InMemoryFilesAsIncomingFilesTest extends IncomingFilesContract {
  private final InMemoryFiles files = new InMemoryFiles();

  @Override
  protected IncomingFiles open() {
    return files;
  }

  @Override
  protected IncomingFiles openHolding(NameRules rules) {
    files.holdOnly(rules);
    return files;
  }

  @Override
  protected FileReference folder() {
    return files.makeFolder("inbox");
  }

  @Override
  protected FileReference in(String name) {
    files.makeFolder("inbox");
    return new FileReference("inbox/" + name);
  }

  @Override
  protected void occupy(String name, byte[] content) {
    files.put("inbox/" + name, content);
  }

  @Override
  protected void makeFolder(String name) {
    files.makeFolder("inbox/" + name);
  }

  @Override
  protected List<String> visible() {
    return files.visible().stream()
        .filter(path -> path.startsWith("inbox/"))
        .map(path -> path.substring("inbox/".length()))
        .toList();
  }

  @Override
  protected int occupants() {
    return visible().size() + files.unfinished();
  }

  @Override
  protected byte[] content(String name) {
    return files.content("inbox/" + name).orElseThrow();
  }

  @Override
  protected ManifestEntry describe(String name) {
    return files.describe("inbox/" + name).orElseThrow();
  }

  @Override
  protected void link(String name, String target) {
    files.link("inbox/" + name, target);
  }

  @Override
  protected String linkTarget(String name) {
    return files.linkTarget("inbox/" + name).orElseThrow();
  }

  @Test
  void fillsTheDisk() {
    files.fillDiskAfter(2);
    try (IncomingTree tree = receive()) {
      tree.write(0, ByteBuffer.allocate(2));

      assertThatThrownBy(() -> tree.write(2, ByteBuffer.allocate(1)))
          .isInstanceOf(LocalStreamException.class);
    }
  }

  @Test
  void takesTheNameAwayAtCommit() {
    files.beforeCommit(() -> files.put("file", new byte[1]));
    try (IncomingTree tree = receive()) {
      assertThatThrownBy(() -> tree.commit(MissingEntries.none()))
          .isInstanceOf(LocalStreamException.class);
    }
    assertThat(files.content("file").orElseThrow()).hasSize(1);
  }

  private IncomingTree receive() {
    ManifestEntry entry =
        new ManifestEntry.File(new RelativePath("file"), 3, SampleDevices.NOW, 0644);
    return files.open(
        new TransferId(new UUID(1, 2)),
        new DeviceId(new UUID(3, 4)),
        new Manifest(List.of(entry)),
        new Destination(new FileReference("."), Destination.ExistingFile.KEEP));
  }
}
