package io.localstream.adapters.persistence.files;

import static io.localstream.domain.port.contract.SampleDevices.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.TransferId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparseWritingTest {
  private static final int PIECE = 4 << 20;

  @TempDir private Path folder;

  private IncomingTree receive(long size) {
    ManifestEntry entry = new ManifestEntry.File(new RelativePath("file"), size, NOW, 0644);
    return new DiskIncomingFiles(folder, folder)
        .open(
            new TransferId(new UUID(1, 2)),
            new DeviceId(new UUID(3, 4)),
            new Manifest(List.of(entry)),
            new Destination(new FileReference("."), Destination.ExistingFile.KEEP));
  }

  private long usedKib() throws IOException {
    Process du = new ProcessBuilder("du", "-k", folder.resolve("file").toString()).start();
    return Long.parseLong(
        new String(du.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\t")[0]);
  }

  @Test
  void takesAlmostNoSpaceForZeros() throws IOException {
    long size = 1L << 30;
    try (IncomingTree tree = receive(size)) {
      ByteBuffer zeros = ByteBuffer.allocate(PIECE);
      for (long offset = 0; offset < size; offset += PIECE) {
        tree.write(offset, zeros.clear());
      }
      tree.commit(MissingEntries.none());
    }
    assertThat(folder.resolve("file")).hasSize(size);
    assertThat(usedKib()).isLessThan(100);
  }

  @Test
  void keepsContentWithHoles() throws IOException {
    Random random = new Random(8);
    for (int size : new int[] {4_095, 4_096, 4_097, 8_192, 100_000, 1_000_003}) {
      byte[] content = new byte[size];
      for (int block = 0; block < size / 1_000; block++) {
        if (random.nextBoolean()) {
          content[random.nextInt(size)] = 1;
        }
      }
      Files.deleteIfExists(folder.resolve("file"));
      try (IncomingTree tree = receive(size)) {
        int offset = 0;
        while (offset < size) {
          int length = Math.min(size - offset, 1 + random.nextInt(50_000));
          tree.write(offset, ByteBuffer.wrap(content, offset, length));
          offset += length;
        }
        tree.commit(MissingEntries.none());
      }
      assertThat(folder.resolve("file")).hasBinaryContent(content);
    }
  }

  @Test
  void goesOnBehindZerosThatWereLeftOut() throws IOException {
    byte[] content = new byte[100_000];
    content[99_000] = 1;
    try (IncomingTree tree = receive(content.length)) {
      tree.write(0, ByteBuffer.wrap(content, 0, 50_000));
      assertThat(tree.checkpoint()).isEqualTo(50_000);
    }
    try (IncomingTree tree = receive(content.length)) {
      assertThat(tree.stored().bytes()).isEqualTo(50_000);
      tree.write(50_000, ByteBuffer.wrap(content, 50_000, 50_000));
      tree.commit(MissingEntries.none());
    }
    assertThat(folder.resolve("file")).hasBinaryContent(content);
  }
}
