package io.localstream.adapters.persistence.files;

import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.transfer.Manifest;
import java.nio.ByteBuffer;
import java.util.List;

/** Open files as one stream of bytes. Safe for several threads. */
final class DiskOutgoingTree implements OutgoingTree {
  private final Manifest manifest;
  private final List<SourceFile> files;
  private final StreamLayout layout;

  DiskOutgoingTree(Manifest manifest, List<SourceFile> files) {
    this.manifest = manifest;
    this.files = List.copyOf(files);
    this.layout = new StreamLayout(manifest);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public void read(long streamOffset, ByteBuffer destination) {
    layout.forEachPiece(
        streamOffset,
        destination,
        (file, position, buffer) -> files.get(file).read(position, buffer));
  }

  @Override
  public void verifyUnchanged() {
    files.forEach(SourceFile::verifyUnchanged);
  }

  @Override
  public void close() {
    files.forEach(SourceFile::close);
  }
}
