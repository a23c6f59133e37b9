package io.localstream.adapters.persistence.files;

import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Files that are arriving, as one stream of bytes. Safe for several threads. */
final class DiskIncomingTree implements IncomingTree {
  private final List<PartialFile> files;
  private final StreamLayout layout;
  private final ExistingFile ifExists;
  private boolean committed;

  DiskIncomingTree(Manifest manifest, List<PartialFile> files, ExistingFile ifExists) {
    this.files = List.copyOf(files);
    this.layout = new StreamLayout(manifest);
    this.ifExists = ifExists;
  }

  @Override
  public String describe() {
    Path first = files.getFirst().target();
    return files.size() == 1
        ? TypedPaths.show(first)
        : files.size() + " files in " + TypedPaths.show(first.resolveSibling(""));
  }

  @Override
  public void write(long streamOffset, ByteBuffer data) {
    layout.forEachPiece(
        streamOffset, data, (file, position, buffer) -> files.get(file).write(position, buffer));
  }

  @Override
  public synchronized List<FileReference> commit() {
    if (committed) {
      throw new IllegalStateException("committed before");
    }
    committed = true;
    files.forEach(PartialFile::finish);
    List<FileReference> saved = new ArrayList<>();
    for (PartialFile file : files) {
      saved.add(new FileReference(file.publish(ifExists).toString()));
      file.discard();
    }
    forceNames(files.getFirst().target());
    return saved;
  }

  /**
   * Brings the names to disk, as far as the folder lets: the files are there, forced to disk, and
   * not every folder can be read or forced. All files have the same one.
   */
  private static void forceNames(Path target) {
    if (Permissions.areSupported(target)) {
      try (FileChannel folder =
          FileChannel.open(target.resolveSibling("."), StandardOpenOption.READ)) {
        folder.force(true);
      } catch (IOException _) {
        // The transfer has succeeded all the same.
      }
    }
  }

  @Override
  public synchronized void close() {
    files.forEach(PartialFile::discard);
  }
}
