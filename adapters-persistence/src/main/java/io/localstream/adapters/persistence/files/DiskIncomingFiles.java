package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IncomingFiles;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.TransferId;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Keeps what arrives in this machine's file system: hidden beside its final name until all of the
 * transfer is complete and forced to disk. Safe for several threads.
 */
public final class DiskIncomingFiles implements IncomingFiles {
  private final TypedPaths paths;

  /**
   * @param base the folder that relative paths start at: the program's working folder
   * @param userHome the folder that {@code ~} stands for
   */
  public DiskIncomingFiles(Path base, Path userHome) {
    paths = new TypedPaths(base, userHome);
  }

  @Override
  public IncomingTree open(TransferId transfer, Manifest manifest, Destination destination) {
    Landing landing = Targets.choose(paths, manifest, destination);
    requireSpace(landing.target(0), manifest.totalBytes());
    try {
      PartFolder folder = PartFolder.create(transfer, landing.folder());
      return new DiskIncomingTree(landing, folder, destination.ifExists());
    } catch (IOException e) {
      throw WriteFailure.of(landing.target(0), e);
    }
  }

  private static void requireSpace(Path target, long neededBytes) {
    long freeBytes = WriteFailure.freeBytes(target);
    if (freeBytes < neededBytes) {
      throw new LocalStreamException(
          FailureCode.NO_SPACE,
          TypedPaths.show(target)
              + " needs "
              + ByteCount.show(neededBytes)
              + ", but only "
              + ByteCount.show(freeBytes)
              + " are free there; free some space or receive it elsewhere");
    }
  }
}
