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
import io.localstream.domain.transfer.ReceptionPlan;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.TransferId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A process that receives 800 KiB, of which it notes the first 400, writes some more, and is then
 * interrupted. Tells whether the rest fits by the plan, and what becomes of resuming.
 *
 * <p>Arguments: the folder; where the bytes that are not noted begin and end, in KiB; how much
 * something else takes of the disk meanwhile, in KiB.
 */
final class ResumeOnSmallDisk {
  private static final int KIB = 1 << 10;
  private static final int NOTED_BYTES = 400 * KIB;
  private static final int ALL_BYTES = 800 * KIB;
  private static final DeviceId SENDER = new DeviceId(new UUID(3, 4));

  private ResumeOnSmallDisk() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int start = Integer.parseInt(arguments[1]) * KIB;
    int end = Integer.parseInt(arguments[2]) * KIB;
    byte[] content = new byte[ALL_BYTES];
    Arrays.fill(content, (byte) 1);
    try (IncomingTree tree = open(folder)) {
      tree.write(0, ByteBuffer.wrap(content, 0, NOTED_BYTES));
      tree.checkpoint();
      tree.write(start, ByteBuffer.wrap(content, start, end - start));
    }
    Files.write(folder.resolve("other"), new byte[Integer.parseInt(arguments[3]) * KIB]);
    ReceptionPlan plan =
        new DiskIncomingFiles(folder, folder).plan(SENDER, manifest(), destination());
    System.out.println((plan.fits() ? "fits " : "too large ") + resume(folder, content));
  }

  private static String resume(Path folder, byte[] content) {
    try (IncomingTree tree = open(folder)) {
      int stored = (int) tree.stored().bytes();
      tree.write(stored, ByteBuffer.wrap(content, stored, ALL_BYTES - stored));
      tree.commit(MissingEntries.none());
      return "SAVED";
    } catch (LocalStreamException e) {
      return e.code().name();
    }
  }

  private static Destination destination() {
    return new Destination(new FileReference("."), Destination.ExistingFile.KEEP);
  }

  private static Manifest manifest() {
    return new Manifest(
        List.of(
            new ManifestEntry.File(new RelativePath("file"), ALL_BYTES, SampleDevices.NOW, 0777)));
  }

  private static IncomingTree open(Path folder) {
    return new DiskIncomingFiles(folder, folder)
        .open(new TransferId(new UUID(1, 2)), SENDER, manifest(), destination());
  }
}
