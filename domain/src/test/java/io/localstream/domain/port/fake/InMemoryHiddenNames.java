package io.localstream.domain.port.fake;

import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.HiddenNames;
import io.localstream.domain.transfer.Manifest;
import java.util.BitSet;

/** Finds hidden names that would come into folders that exist in an {@link InMemoryFileSpace}. */
final class InMemoryHiddenNames {
  private final InMemoryFileSpace space;
  private final String folder;

  InMemoryHiddenNames(InMemoryFileSpace space, Destination destination) {
    this.space = space;
    this.folder = destination.target().value();
  }

  /**
   * The places of those entries.
   *
   * @param leftOut the entries that nobody wants
   */
  BitSet find(Manifest manifest, BitSet leftOut) {
    BitSet hidden = new BitSet();
    for (int i = 0; space.isFolder(folder) && i < manifest.size(); i++) {
      hidden.set(i, !leftOut.get(i) && HiddenNames.landIn(manifest.path(i), this::isThere));
    }
    return hidden;
  }

  private boolean isThere(String inner) {
    return space.isFolder(inner.isEmpty() ? folder : InMemoryFileSpace.join(folder, inner));
  }
}
