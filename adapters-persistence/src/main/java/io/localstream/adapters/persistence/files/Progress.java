package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.StreamRanges;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;

/**
 * A part folder and what is noted in it: first what the transfer is about, when there is something
 * to note, then what of it is on the disk. For one thread.
 */
final class Progress {
  private final PartFolder folder;
  private final KeptManifest kept;
  private final Destination destination;
  private final RangeSet noted = new RangeSet();
  private final Journal journal;
  private boolean begun;
  private boolean resumed;
  private boolean broken;
  private volatile boolean removed;

  private Progress(PartFolder folder, KeptManifest kept, Destination destination, Journal journal) {
    this.folder = folder;
    this.kept = kept;
    this.destination = destination;
    this.journal = journal;
  }

  /**
   * One that begins. Its journal is empty, but locked, so that others know that it is in use; who
   * finds one that is neither locked nor written to may remove it.
   */
  static Progress begin(PartFolder folder, KeptManifest kept, Destination destination)
      throws IOException {
    Journal journal = Journal.begin(folder.create(Journal.NAME));
    // Somebody may have taken it for abandoned in the instant before it was locked.
    folder.requireInPlace();
    return new Progress(folder, kept, destination, journal);
  }

  /** One that goes on with a journal that was found. */
  static Progress of(
      PartFolder folder, KeptManifest kept, Destination destination, Journal.Found found) {
    Progress progress = new Progress(folder, kept, destination, found.journal());
    progress.begun = true;
    progress.resumed = true;
    progress.noted.addAll(found.ranges());
    return progress;
  }

  PartFolder folder() {
    return folder;
  }

  /** Whether the same transfer was here before. */
  boolean isResumed() {
    return resumed;
  }

  /** What is noted. */
  StreamRanges noted() {
    return noted.toRanges();
  }

  /** Notes what is on the disk. After a failure nothing more is noted. */
  void note(StreamRanges more) throws IOException {
    if (broken) {
      throw new IOException("what arrives can't be noted any more");
    }
    broken = true;
    if (!begun) {
      keepManifest();
    }
    folder.force();
    journal.append(more);
    noted.addAll(more);
    broken = false;
  }

  /** Whoever finds a journal that says something without it leaves both alone. */
  private void keepManifest() throws IOException {
    try (FileChannel channel = folder.create(KeptManifest.NAME)) {
      kept.write(channel, destination);
    }
    folder.forceAround();
    begun = true;
  }

  /** Leaves the folder for another transfer, or removes it if that could not use it. */
  void close() {
    if (noted.bytes() == 0) {
      remove();
      return;
    }
    journal.close();
    folder.leave();
  }

  /** Whether nothing is left of it. */
  boolean isRemoved() {
    return removed;
  }

  /** Removes all of it. */
  void remove() {
    removed = true;
    journal.close();
    folder.remove(List.of(Journal.NAME, KeptManifest.NAME));
  }
}
