package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.StreamRanges;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part folder and what is noted in it: first what the transfer is about, when there is something
 * to note, then what of it is on the disk. For one thread.
 */
final class Progress {
  private final PartFolder folder;
  private final KeptManifest kept;
  private final Destination destination;
  private final RangeSet noted = new RangeSet();
  private @Nullable Journal journal;
  private boolean resumed;
  private boolean broken;
  private volatile boolean removed;

  Progress(PartFolder folder, KeptManifest kept, Destination destination) {
    this.folder = folder;
    this.kept = kept;
    this.destination = destination;
  }

  /** One that goes on with a journal that was found. */
  static Progress of(
      PartFolder folder, KeptManifest kept, Destination destination, Journal.Found found) {
    Progress progress = new Progress(folder, kept, destination);
    progress.resumed = true;
    progress.journal = found.journal();
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
    Journal open = journal;
    if (open == null) {
      open = begin();
    }
    folder.force();
    open.append(more);
    noted.addAll(more);
    broken = false;
  }

  private Journal begin() throws IOException {
    Journal begun = Journal.begin(folder.create(Journal.NAME));
    journal = begun;
    // Whoever finds a journal without it, or with half of it, leaves both alone.
    try (FileChannel channel = folder.create(KeptManifest.NAME)) {
      kept.write(channel, destination);
    }
    folder.forceAround();
    return begun;
  }

  /** Leaves the folder for another transfer, or removes it if that could not use it. */
  void close() {
    if (noted.bytes() == 0) {
      remove();
      return;
    }
    closeJournal();
    folder.leave();
  }

  /** Whether nothing is left of it. */
  boolean isRemoved() {
    return removed;
  }

  /** Removes all of it. */
  void remove() {
    removed = true;
    closeJournal();
    folder.remove(List.of(Journal.NAME, KeptManifest.NAME));
  }

  private void closeJournal() {
    if (journal != null) {
      journal.close();
    }
  }
}
