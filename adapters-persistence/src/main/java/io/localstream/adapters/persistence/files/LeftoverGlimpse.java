package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.StreamRanges;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/** Finds what an earlier transfer has left, and leaves it as it is. */
record LeftoverGlimpse(Path parent, KeptManifest wanted) {
  /**
   * What would be gone on with.
   *
   * @param stored what of the stream need not come
   * @param same whether it is of the very same offer
   * @param spareBytes how much space it takes beyond what need not come
   */
  record Found(StreamRanges stored, boolean same, long spareBytes) {
    static final Found NOTHING = new Found(StreamRanges.none(), false, 0);

    private boolean isBetterThan(Found other) {
      return !other.same && (same || stored.bytes() > other.stored.bytes());
    }
  }

  Found best() {
    Lock looking = PartFolders.looking(parent);
    looking.lock();
    try {
      return bestAlone();
    } finally {
      looking.unlock();
    }
  }

  private Found bestAlone() {
    Found best = Found.NOTHING;
    for (Path candidate : PartFolders.candidates(parent)) {
      Optional<Leftover> leftover = Leftover.glimpse(candidate, wanted.sender());
      if (leftover.isPresent()) {
        Found found = found(leftover.get());
        leftover.get().leave();
        best = found.isBetterThan(best) ? found : best;
      }
    }
    return best;
  }

  private Found found(Leftover leftover) {
    StreamRanges noted = leftover.found().ranges();
    long spareBytes = UnnotedSpace.bytes(leftover.folder(), leftover.manifest(), noted);
    return leftover.manifest().equals(wanted.manifest())
        ? new Found(noted, true, spareBytes)
        : new Found(new Adoption(leftover, wanted.manifest()).ranges(), false, spareBytes);
  }
}
