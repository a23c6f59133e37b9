package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.OutgoingFiles;
import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.RelativePath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of this machine's file system, to be sent. Safe for several threads. */
public final class DiskOutgoingFiles implements OutgoingFiles {
  private final TypedPaths paths;

  /**
   * @param base the folder that relative paths start at: the program's working folder
   * @param userHome the folder that {@code ~} stands for
   */
  public DiskOutgoingFiles(Path base, Path userHome) {
    paths = new TypedPaths(base, userHome);
  }

  @Override
  public OutgoingTree open(List<FileReference> sources) {
    List<SourceFile> files = new ArrayList<>(sources.size());
    Path folder = Path.of("");
    for (FileReference source : sources) {
      Path path = resolve(source);
      Path parent = path.resolveSibling("");
      // Files of one folder share its path.
      folder = parent.equals(folder) ? folder : parent;
      files.add(SourceFile.describe(folder, path, () -> safeName(source, path)));
    }
    return new DiskOutgoingTree(manifest(files), files);
  }

  private Path resolve(FileReference source) {
    return paths
        .resolve(source)
        .orElseThrow(() ->
            new LocalStreamException(
                FailureCode.FILE_MISSING,
                source + " can't be the name of a file on this system; check its spelling"));
  }

  private static RelativePath safeName(FileReference source, Path path) {
    try {
      return new RelativePath(String.valueOf(path.getFileName()));
    } catch (IllegalArgumentException e) {
      throw new LocalStreamException(
          FailureCode.FILE_NAME_UNSAFE,
          source + " can't be sent under its name: " + e.getMessage() + "; rename it",
          e);
    }
  }

  private static Manifest manifest(List<SourceFile> files) {
    try {
      return new Manifest(files.stream().map(SourceFile::entry).toList());
    } catch (IllegalArgumentException e) {
      String first = files.isEmpty() ? "nothing" : files.getFirst().entry().path().display();
      throw new LocalStreamException(
          FailureCode.FILE_NAME_UNSAFE,
          first + " and others can't be sent together: " + e.getMessage() + "; send them apart",
          e);
    }
  }
}
