package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.ScratchFile;
import io.localstream.domain.port.ScratchFiles;
import io.localstream.domain.transfer.FileReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of this machine's file system, for finding out how fast a disk is. Thread-safe. */
public final class DiskScratchFiles implements ScratchFiles {
  private final TypedPaths paths;

  /**
   * @param base the folder that relative paths start at: the program's working folder
   * @param userHome the folder that {@code ~} stands for
   */
  public DiskScratchFiles(Path base, Path userHome) {
    paths = new TypedPaths(base, userHome);
  }

  @Override
  public ScratchFile create(FileReference folder, long maxBytes) {
    Path path =
        paths
            .resolve(folder)
            .filter(Files::isDirectory)
            .orElseThrow(() ->
                new LocalStreamException(
                    FailureCode.FILE_MISSING,
                    "there is no folder " + folder + "; check its spelling"));
    if (WriteFailure.freeBytes(path.resolve(".")) < maxBytes) {
      throw new LocalStreamException(
          FailureCode.NO_SPACE,
          TypedPaths.show(path)
              + " has less than "
              + ByteCount.show(maxBytes)
              + " left, which measuring takes; free some space or measure another folder");
    }
    try {
      return DiskScratchFile.create(path, maxBytes);
    } catch (IOException e) {
      throw WriteFailure.of(path.resolve("."), e);
    }
  }
}
