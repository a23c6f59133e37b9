package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.StreamRanges;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part folder and what is noted in it: first what the transfer is about, when there is something
 * to note, then what of it is on the disk. For one thread.
 */
final class Progress {
  /** What may be in the folder beside the files. */
  static final List<String> NAMES =
      List.of(
          Journal.NAME,
          KeptManifest.NAME,
          Reserve.NAME,
          PublishingNote.NAME,
          PartFolder.LINK,
          MadeFolder.MARK);

  /** So many are not published in an instant. */
  private static final int MANY = 256;

  private final PartFolder folder;
  private final KeptManifest kept;
  private final Destination destination;
  private final RangeSet noted = new RangeSet();
  private final Journal journal;
  private final Reserve reserve;
  private boolean begun;
  private boolean resumed;
  private boolean broken;
  private @Nullable BitSet foldersBefore;
  private volatile boolean removed;

  private Progress(PartFolder folder, KeptManifest kept, Destination destination, Journal journal) {
    this.folder = folder;
    this.kept = kept;
    this.destination = destination;
    this.journal = journal;
    this.reserve = new Reserve(folder);
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
  static Progress of(PartFolder folder, KeptManifest kept, Destination destination, Leftover found)
      throws IOException {
    if (!found.isWhole()) {
      // Otherwise it would claim the beginning of a part that is made anew, and not from there on.
      found.found().journal().restate(found.found().ranges());
    }
    Progress progress = new Progress(folder, kept, destination, found.found().journal());
    progress.begun = true;
    progress.resumed = true;
    progress.foldersBefore = found.foldersBefore();
    progress.noted.addAll(found.found().ranges());
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

  /** How much space is wanted for what is noted, beside the files themselves. */
  long reserveBytes() {
    return begun ? 0 : Reserve.bytes(kept.manifest());
  }

  /** Takes that space, so that it is there when the disk is full. */
  void reserveSpace() {
    reserve.take(reserveBytes());
  }

  /** Takes all the space beforehand that is wanted to note something. */
  void prepare() throws IOException {
    keepManifest(true);
    reserve.take(Reserve.bytes(kept.manifest()));
  }

  /** Notes what is on the disk, and forces that. After a failure nothing more is noted. */
  void note(StreamRanges more) throws IOException {
    note(more, true);
  }

  private void note(StreamRanges more, boolean lasting) throws IOException {
    if (broken) {
      throw new IOException("what arrives can't be noted any more");
    }
    broken = true;
    try {
      append(more, lasting);
    } catch (IOException e) {
      if (!WriteFailure.isNoSpace(folder.path("any"), e) || !reserve.release()) {
        throw e;
      }
      append(more, lasting);
    }
    noted.addAll(more);
    broken = false;
    // Otherwise it can't be published: better now than at the end, and what has come is noted.
    folder.requireInPlace();
  }

  private void append(StreamRanges more, boolean lasting) throws IOException {
    if (!begun) {
      keepManifest(lasting);
    }
    if (lasting) {
      folder.force();
    }
    journal.append(more, lasting);
  }

  /** Whoever finds a journal that says something without it leaves both alone. */
  private void keepManifest(boolean lasting) throws IOException {
    folder.deleteIfThere(KeptManifest.NAME);
    try (FileChannel channel = folder.create(KeptManifest.NAME)) {
      kept.write(channel, destination, lasting);
    }
    if (lasting) {
      // Its own name, too.
      folder.parent().force();
    }
    begun = true;
  }

  /**
   * Notes that publishing begins. Where it is soon over, only a kill of this process is thought of,
   * and not one of the machine: to force this to disk would take longer.
   */
  void notePublishing(StreamRanges more, Landing landing) {
    boolean lasting = landing.count() >= MANY;
    try {
      note(more, lasting);
      if (foldersBefore == null) {
        foldersBefore = PublishingNote.foldersThere(landing);
        PublishingNote.write(folder, foldersBefore, lasting);
      }
    } catch (IOException _) {
      // It is only for the case in which this does not come to its end.
    }
  }

  /** The folders of the transfer that were there before it published anything, if it has begun. */
  Optional<BitSet> foldersBefore() {
    return Optional.ofNullable(foldersBefore);
  }

  /** Leaves the folder for another transfer, or removes it if that could not use it. */
  void close() {
    if (noted.bytes() == 0 && foldersBefore == null) {
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
    folder.remove(NAMES);
  }
}
