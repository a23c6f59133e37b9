package io.localstream.bootstrap.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One side of a comparison.
 *
 * @param copies how many folders get the cargo
 * @param place in which those folders are made
 */
record Entrant(String label, Courier courier, Cargo cargo, int copies, Path place) {

  double measure(Workshop workshop, Measure measure) {
    return measure.of(carry(workshop), bytes());
  }

  private long bytes() {
    return cargo.bytes() * copies;
  }

  /** Carries once, checks what has arrived, and clears it away. */
  Usage carry(Workshop workshop) {
    workshop.requireRoom(place, bytes());
    List<Path> folders =
        IntStream.range(0, copies)
            .mapToObj(i ->
                place.startsWith(workshop.folder())
                    ? workshop.newFolder("to")
                    : workshop.newFolderOnDisk("to"))
            .toList();
    try {
      Usage usage = courier.carry(cargo, folders);
      if (courier.delivers()) {
        folders.forEach(cargo::verify);
      }
      return usage;
    } finally {
      folders.forEach(Workshop::delete);
    }
  }
}
