package io.localstream.domain.transfer;

import java.util.Objects;
import java.util.Optional;

/**
 * What a sender would like to send.
 *
 * @param attempt 1 for the first try at this transfer; each attempt has a key of its own
 * @param lanes how many lanes the sender asks for; empty to leave it to who dials
 * @param verify whether both sides are to read everything once more at the end and compare digests
 * @param note whether it is a short text to be read at once: a single file of at most {@link
 *     #MAX_NOTE_BYTES}
 */
public record Offer(
    TransferId id,
    int attempt,
    Manifest manifest,
    ChunkSize chunkSize,
    Optional<LaneCount> lanes,
    boolean verify,
    boolean note) {
  /** What a person can be expected to read on a screen, and more. */
  public static final int MAX_NOTE_BYTES = 64 << 10;

  public Offer {
    Objects.requireNonNull(id);
    Objects.requireNonNull(manifest);
    Objects.requireNonNull(chunkSize);
    Objects.requireNonNull(lanes);
    if (attempt < 1) {
      throw new IllegalArgumentException("attempts count from 1");
    }
    if (note && !isShortText(manifest)) {
      throw new IllegalArgumentException("a note is one file of at most 64 KiB");
    }
  }

  /** Files, folders and links. */
  public Offer(
      TransferId id,
      int attempt,
      Manifest manifest,
      ChunkSize chunkSize,
      Optional<LaneCount> lanes) {
    this(id, attempt, manifest, chunkSize, lanes, false, false);
  }

  private static boolean isShortText(Manifest manifest) {
    return manifest.entries().size() == 1
        && manifest.files() == 1
        && manifest.totalBytes() <= MAX_NOTE_BYTES;
  }

  /** The same with as much of what it holds as a list shows; see {@link Manifest#brief()}. */
  Offer brief() {
    return new Offer(id, attempt, manifest.brief(), chunkSize, lanes, verify, note);
  }

  public ChunkPlan plan() {
    return new ChunkPlan(manifest.totalBytes(), chunkSize);
  }
}
