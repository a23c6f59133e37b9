package io.localstream.adapters.persistence.files;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.port.contract.SampleDevices;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.TransferId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A process that receives a file: the folder, its size, and a file that is filled with as many
 * bytes before the first is written. Tells the outcome and how many things there are then.
 */
final class ReceiveFile {
  private ReceiveFile() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int size = Integer.parseInt(arguments[1]);
    int inTheWay = Integer.parseInt(arguments[2]);
    String outcome = "SAVED";
    try (IncomingTree tree = open(folder, size)) {
      if (inTheWay > 0) {
        Files.write(folder.resolve("in-the-way"), new byte[inTheWay]);
      }
      byte[] content = new byte[size];
      // No zeros: those would take no space.
      Arrays.fill(content, (byte) 1);
      tree.write(0, ByteBuffer.wrap(content));
      tree.commit(MissingEntries.none());
    } catch (LocalStreamException e) {
      outcome = e.code().name();
    }
    try (Stream<Path> there = Files.list(folder)) {
      System.out.println(outcome + " " + there.count());
    }
  }

  private static IncomingTree open(Path folder, int size) {
    ManifestEntry entry =
        new ManifestEntry.File(new RelativePath("file"), size, SampleDevices.NOW, 0777);
    return new DiskIncomingFiles(folder, folder)
        .open(
            new TransferId(new UUID(1, 2)),
            new DeviceId(new UUID(3, 4)),
            new Manifest(List.of(entry)),
            new Destination(new FileReference("."), Destination.ExistingFile.KEEP));
  }
}
