package io.localstream.domain.port.fake;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.transfer.Manifest;
import java.nio.ByteBuffer;
import java.util.List;

/** Files of an {@link InMemoryFileSpace} as one stream, read as they are at that moment. */
final class InMemoryOutgoingTree implements OutgoingTree {
  private final InMemoryFileSpace space;
  private final Manifest manifest;
  private final List<InMemoryFileSpace.Found> opened;

  InMemoryOutgoingTree(
      InMemoryFileSpace space, Manifest manifest, List<InMemoryFileSpace.Found> opened) {
    this.space = space;
    this.manifest = manifest;
    this.opened = List.copyOf(opened);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public void read(long streamOffset, ByteBuffer destination) {
    if (streamOffset < 0 || streamOffset > manifest.totalBytes() - destination.remaining()) {
      throw new IllegalArgumentException("outside the stream");
    }
    space.beforeRead(destination.remaining());
    long start = 0;
    for (InMemoryFileSpace.Found found : opened) {
      int size = found.file().content().length;
      long from = Math.max(streamOffset, start) - start;
      int length = (int) Math.min(destination.remaining(), Math.max(0, size - from));
      if (length > 0) {
        destination.put(current(found, (int) from + length), (int) from, length);
      }
      start += size;
    }
  }

  private byte[] current(InMemoryFileSpace.Found found, int atLeast) {
    return space
        .find(found.path())
        .map(InMemoryFileSpace.StoredFile::content)
        .filter(content -> content.length >= atLeast)
        .orElseThrow(() -> changed(found));
  }

  @Override
  public void verifyUnchanged() {
    for (InMemoryFileSpace.Found found : opened) {
      if (space
          .find(found.path())
          .filter(file -> file.change() == found.file().change())
          .isEmpty()) {
        throw changed(found);
      }
    }
  }

  private static LocalStreamException changed(InMemoryFileSpace.Found found) {
    return new LocalStreamException(
        FailureCode.FILE_CHANGED, DisplayText.escape(found.path()) + " changed while it was sent");
  }

  @Override
  public void close() {}
}
