package io.localstream.application.speed;

import io.localstream.domain.port.ScratchFile;
import io.localstream.domain.port.Ticker;
import io.localstream.domain.speed.DiskSpeed;
import io.localstream.domain.speed.Measurement;
import io.localstream.domain.speed.SpeedLimits;
import java.nio.ByteBuffer;

/** Writes a file, forces it to disk, and reads it again. Safe for several threads. */
final class DiskProbe {
  /** So much is forced at a time at first, because nobody knows yet how slow the disk is. */
  private static final long FIRST_BYTES = 1 << 20;

  private static final long MOST_FORCED_BYTES = 64 << 20;

  private final Ticker ticker;
  private final SpeedLimits limits;

  DiskProbe(Ticker ticker, SpeedLimits limits) {
    this.ticker = ticker;
    this.limits = limits;
  }

  /**
   * Measures.
   *
   * @param file an empty one; full of {@code block} afterwards
   * @param block written again and again
   */
  DiskSpeed measure(ScratchFile file, byte[] block) throws InterruptedException {
    Measurement writing = write(file, block);
    Measurement reading = read(file, block.length, writing.bytes());
    return new DiskSpeed(writing, reading, file.readsMemory());
  }

  private Measurement write(ScratchFile file, byte[] block) throws InterruptedException {
    Pace pace = new Pace(ticker, limits.step(), limits.fileBytes());
    long portion = FIRST_BYTES;
    while (pace.goesOn() && pace.allows(portion)) {
      long end = Math.min(limits.fileBytes(), pace.bytes() + portion);
      while (pace.bytes() < end) {
        Pace.requireWanted();
        int length = (int) Math.min(block.length, end - pace.bytes());
        file.write(pace.bytes(), ByteBuffer.wrap(block, 0, length));
        pace.did(length);
      }
      file.force();
      portion = Math.min(MOST_FORCED_BYTES, portion * 2);
    }
    return pace.measured();
  }

  /** From the beginning again where the end comes too soon to say anything. */
  private Measurement read(ScratchFile file, int blockBytes, long fileBytes)
      throws InterruptedException {
    ByteBuffer buffer = ByteBuffer.allocate(blockBytes);
    Pace pace = new Pace(ticker, limits.step(), limits.stepBytes());
    for (long offset = 0; pace.goesOn(); offset = (offset + buffer.limit()) % fileBytes) {
      Pace.requireWanted();
      file.read(offset, buffer.clear().limit((int) Math.min(blockBytes, fileBytes - offset)));
      pace.did(buffer.limit());
    }
    return pace.measured();
  }
}
