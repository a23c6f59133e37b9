package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.StreamRanges;
import io.localstream.domain.transfer.StreamRanges.Range;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes the files that are still the same out of what a transfer of another manifest has left. */
final class Adoption {
  private final Leftover leftover;
  private final Manifest manifest;

  /** By the place of a file in the old manifest, that in the new one. */
  private final Map<Integer, Integer> moves = new LinkedHashMap<>();

  private final StreamRanges ranges;

  Adoption(Leftover leftover, Manifest manifest) {
    this.leftover = leftover;
    this.manifest = manifest;
    this.ranges = new StreamRanges(moved());
  }

  private List<Range> moved() {
    Map<ManifestEntry, Integer> places = HashMap.newHashMap(manifest.files());
    for (int file = 0; file < manifest.size(); file++) {
      if (manifest.isFile(file)) {
        places.put(manifest.entries().get(file), file);
      }
    }
    StreamLayout from = new StreamLayout(leftover.manifest());
    StreamLayout to = new StreamLayout(manifest);
    List<Range> moved = new ArrayList<>();
    for (Range range : leftover.found().ranges().ranges()) {
      from.forEachFile(
          range,
          (old, end) -> {
            Integer now = places.get(leftover.manifest().entries().get(old));
            if (now != null) {
              moves.put(old, now);
              long start = Math.max(range.start() - from.start(old), 0);
              moved.add(new Range(to.start(now) + start, to.start(now) + end));
            }
          });
    }
    return moved;
  }

  /** Where in the stream of the new manifest they are. */
  StreamRanges ranges() {
    return ranges;
  }

  long bytes() {
    return ranges.bytes();
  }

  /**
   * Moves the files. What takes space comes first, where they go nothing claims them until all are
   * there, and where they were nothing claims what is missing. If it fails, they go back.
   */
  void into(Progress progress) throws IOException {
    progress.prepare();
    boolean noted = false;
    try {
      for (Map.Entry<Integer, Integer> move : moves.entrySet()) {
        leftover.folder().give(move.getKey(), progress.folder(), move.getValue());
      }
      progress.note(ranges);
      noted = true;
    } finally {
      if (!noted) {
        giveBack(progress.folder());
      }
    }
    leftover.remove();
  }

  private void giveBack(PartFolder from) {
    moves.forEach((old, now) -> {
      try {
        from.give(now, leftover.folder(), old);
      } catch (IOException _) {
        // It has not been moved, or can't be any more.
      }
    });
  }
}
