package io.localstream.adapters.persistence.files;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.StreamRanges;
import io.localstream.domain.transfer.StreamRanges.Range;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part folder of an earlier transfer, which nobody else can use while it is looked at.
 *
 * @param isWhole whether everything is there that was noted
 */
record Leftover(
    PartFolder folder,
    Manifest manifest,
    Journal.Found found,
    @Nullable BitSet foldersBefore,
    boolean isWhole) {
  /** Longer than any transfer takes from making its folder to locking its journal. */
  private static final Duration ABANDONED = Duration.ofMinutes(1);

  /**
   * Opens it.
   *
   * @param own a folder of this user
   * @return empty where it is of no use: damaged, in use, of another user or sender, or nothing but
   *     a name
   */
  static Optional<Leftover> open(Path path, PartFolder own, DeviceId sender) {
    try {
      Optional<PartFolder> folder = PartFolders.reopen(path, own);
      if (folder.isEmpty()) {
        return Optional.empty();
      }
      Optional<Leftover> leftover = Optional.empty();
      try {
        if (isAbandoned(folder.get(), own)) {
          folder.get().remove(Progress.NAMES);
        } else {
          leftover = read(folder.get(), sender, false);
        }
      } finally {
        if (leftover.isEmpty()) {
          folder.get().leave();
        }
      }
      return leftover;
    } catch (IOException _) {
      // It never stops a transfer; whoever wants to know looks into the folder.
      return Optional.empty();
    }
  }

  /** What was killed between making its folder and its journal is of no use to anybody. */
  private static boolean isAbandoned(PartFolder folder, PartFolder own) {
    Optional<Instant> changed = changed(folder);
    Optional<Instant> now = changed(own);
    return folder.look(Journal.NAME).isEmpty()
        && changed.isPresent()
        && now.isPresent()
        && changed.get().plus(ABANDONED).isBefore(now.get());
  }

  /** By the clock of the file system, which need not be this machine's. */
  private static Optional<Instant> changed(PartFolder folder) {
    return folder.look(".").map(attributes -> attributes.lastModifiedTime().toInstant());
  }

  /** As {@link #open}, for who only looks: nothing is removed. */
  static Optional<Leftover> glimpse(Path path, DeviceId sender) {
    try {
      Optional<PartFolder> folder = PartFolders.glimpse(path);
      if (folder.isEmpty()) {
        return Optional.empty();
      }
      Optional<Leftover> leftover = Optional.empty();
      try {
        leftover = read(folder.get(), sender, true);
      } finally {
        if (leftover.isEmpty()) {
          folder.get().leave();
        }
      }
      return leftover;
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Optional<Leftover> read(PartFolder folder, DeviceId sender, boolean onlyToLook)
      throws IOException {
    Optional<Journal> locked = Journal.lock(folder.reopen(Journal.NAME), onlyToLook);
    if (locked.isEmpty()) {
      return Optional.empty();
    }
    Optional<Leftover> leftover = Optional.empty();
    try {
      leftover = read(folder, locked.get(), sender);
      if (leftover.isEmpty() && !onlyToLook) {
        // While it is locked, or whoever waits for that would go on in a folder that is removed.
        folder.remove(Progress.NAMES);
      }
      return leftover;
    } finally {
      if (leftover.isEmpty()) {
        locked.get().close();
      }
    }
  }

  /**
   * Reads it.
   *
   * @return empty where it was killed before anything was noted: of no use to anybody
   */
  private static Optional<Leftover> read(PartFolder folder, Journal journal, DeviceId sender)
      throws IOException {
    boolean publishing = folder.look(PublishingNote.NAME).isPresent();
    if (!publishing && journal.saysNothing()) {
      return Optional.empty();
    }
    Manifest manifest = manifest(folder, sender);
    StreamRanges noted = journal.read(manifest.totalBytes());
    if (!publishing && noted.ranges().isEmpty()) {
      return Optional.empty();
    }
    StreamRanges there = there(folder, manifest, noted);
    return Optional.of(
        new Leftover(
            folder,
            manifest,
            new Journal.Found(journal, there),
            publishing ? PublishingNote.read(folder, manifest.size()) : null,
            there.equals(noted)));
  }

  /** Before anything else is believed: whose it is. */
  private static Manifest manifest(PartFolder folder, DeviceId sender) throws IOException {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(Channels.newInputStream(folder.reopen(KeptManifest.NAME))))) {
      return KeptManifest.read(in, sender).manifest();
    }
  }

  /** What is noted, and has not been taken away since by somebody else. */
  private static StreamRanges there(PartFolder folder, Manifest manifest, StreamRanges noted) {
    StreamLayout layout = new StreamLayout(manifest);
    List<Range> there = new ArrayList<>();
    for (Range range : noted.ranges()) {
      layout.forEachFile(
          range,
          (file, end) -> {
            if (holds(folder, file, end)) {
              long start = Math.max(range.start(), layout.start(file));
              there.add(new Range(start, layout.start(file) + end));
            }
          });
    }
    return new StreamRanges(there);
  }

  private static boolean holds(PartFolder folder, int file, long end) {
    return folder
            .look(PartFolder.name(file))
            .filter(there -> there.isRegularFile() && there.size() >= end)
            .isPresent()
        && LeftPart.isPrivate(folder.path(PartFolder.name(file)));
  }

  /** Removes it, which nobody can use while that is done. */
  void remove() {
    folder.remove(Progress.NAMES);
    found.journal().close();
  }

  /** Leaves it as it was found. */
  void leave() {
    found.journal().close();
    folder.leave();
  }
}
