package io.localstream.adapters.persistence.files;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.port.contract.SampleDevices;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.TransferId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A process that receives a part, notes it, fills the disk so that no byte is left, and goes on
 * until that fails. Tells the failure and what another transfer finds.
 */
final class FillDiskBetweenCheckpoints {
  private static final int FIRST_BYTES = 300_000;
  private static final int ALL_BYTES = 700_000;

  private FillDiskBetweenCheckpoints() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    byte[] content = new byte[ALL_BYTES];
    Arrays.fill(content, (byte) 1);
    String outcome = "NOTHING FAILED";
    Path inTheWay = folder.resolve("in-the-way");
    try (IncomingTree tree = open(folder)) {
      tree.write(0, ByteBuffer.wrap(content, 0, FIRST_BYTES));
      tree.checkpoint();
      fill(inTheWay);
      for (int start = FIRST_BYTES; start < ALL_BYTES; start += 100) {
        tree.write(start, ByteBuffer.wrap(content, start, 100));
        tree.checkpoint();
      }
    } catch (LocalStreamException e) {
      outcome = e.code().name();
    }
    Files.delete(inTheWay);
    try (IncomingTree tree = open(folder)) {
      long stored = tree.stored().bytes();
      // A few more fit into the block that the file had already.
      System.out.println(outcome + " " + stored / 10_000 * 10_000);
    }
  }

  private static void fill(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      while (true) {
        out.write(new byte[1 << 12]);
      }
    } catch (IOException full) {
      if (Files.size(file) == 0) {
        throw full;
      }
    }
  }

  private static IncomingTree open(Path folder) {
    ManifestEntry entry =
        new ManifestEntry.File(new RelativePath("file"), ALL_BYTES, SampleDevices.NOW, 0777);
    return new DiskIncomingFiles(folder, folder)
        .open(
            new TransferId(new UUID(1, 2)),
            new DeviceId(new UUID(3, 4)),
            new Manifest(List.of(entry)),
            new Destination(new FileReference("."), Destination.ExistingFile.KEEP));
  }
}
