package io.localstream.domain.transfer;

import java.util.Objects;
import java.util.Optional;

/**
 * What a sender would like to send.
 *
 * @param attempt 1 for the first try at this transfer; each attempt has a key of its own
 * @param lanes how many lanes the sender asks for; empty to leave it to who dials
 * @param verify whether both sides are to read everything once more at the end and compare digests
 */
public record Offer(
    TransferId id,
    int attempt,
    Manifest manifest,
    ChunkSize chunkSize,
    Optional<LaneCount> lanes,
    boolean verify) {
  public Offer {
    Objects.requireNonNull(id);
    Objects.requireNonNull(manifest);
    Objects.requireNonNull(chunkSize);
    Objects.requireNonNull(lanes);
    if (attempt < 1) {
      throw new IllegalArgumentException("attempts count from 1");
    }
  }

  public ChunkPlan plan() {
    return new ChunkPlan(manifest.totalBytes(), chunkSize);
  }
}
