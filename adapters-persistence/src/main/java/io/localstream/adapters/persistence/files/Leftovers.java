package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.TransferId;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** Finds what an earlier transfer has left, and goes on with it. */
final class Leftovers {
  private static final int MAX_TRIES = 3;

  private final Path parent;
  private final KeptManifest wanted;
  private final Destination destination;

  Leftovers(Path parent, KeptManifest wanted, Destination destination) {
    this.parent = parent;
    this.wanted = wanted;
    this.destination = destination;
  }

  /** The place for a transfer: with what is left of an earlier one, or new. */
  Progress open(TransferId transfer) throws IOException {
    Lock looking = PartFolders.looking(parent);
    looking.lock();
    try {
      return openAlone(transfer);
    } finally {
      looking.unlock();
    }
  }

  private Progress openAlone(TransferId transfer) throws IOException {
    List<Path> candidates = PartFolders.candidates(parent);
    Progress begun = begin(transfer);
    boolean done = false;
    try {
      Progress progress = open(candidates, begun);
      done = true;
      return progress;
    } finally {
      if (!done) {
        begun.remove();
      }
    }
  }

  private Progress begin(TransferId transfer) throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        return begin(PartFolders.create(transfer, parent));
      } catch (NoSuchFileException e) {
        // Another process has taken it for abandoned in the instant before its journal was locked.
        if (tries == MAX_TRIES) {
          throw e;
        }
      }
    }
  }

  private Progress begin(PartFolder fresh) throws IOException {
    boolean begun = false;
    try {
      Progress progress = Progress.begin(fresh, wanted, destination);
      begun = true;
      return progress;
    } finally {
      if (!begun) {
        fresh.remove(Progress.NAMES);
      }
    }
  }

  private Progress open(List<Path> candidates, Progress fresh) throws IOException {
    Leftover best = best(candidates, fresh.folder());
    if (best == null) {
      return fresh;
    }
    boolean used = false;
    try {
      Progress progress = goOn(best, fresh);
      used = true;
      return progress;
    } finally {
      if (!used) {
        best.leave();
      }
    }
  }

  private Progress goOn(Leftover leftover, Progress fresh) throws IOException {
    if (!leftover.manifest().equals(wanted.manifest())) {
      new Adoption(leftover, wanted.manifest()).into(fresh);
      return fresh;
    }
    Progress progress = Progress.of(leftover.folder(), wanted, destination, leftover);
    fresh.remove();
    return progress;
  }

  private @Nullable Leftover best(List<Path> candidates, PartFolder own) {
    Leftover best = null;
    for (Path candidate : candidates) {
      Leftover found = Leftover.open(candidate, own, wanted.sender()).orElse(null);
      if (usefulBytes(found) > usefulBytes(best)) {
        leave(best);
        best = found;
      } else {
        leave(found);
      }
    }
    return best;
  }

  private static void leave(@Nullable Leftover leftover) {
    if (leftover != null) {
      leftover.leave();
    }
  }

  private long usefulBytes(@Nullable Leftover leftover) {
    if (leftover == null) {
      return 0;
    }
    // Gone on with as it is, it costs nothing.
    return leftover.manifest().equals(wanted.manifest())
        ? Long.MAX_VALUE
        : new Adoption(leftover, wanted.manifest()).bytes();
  }
}
