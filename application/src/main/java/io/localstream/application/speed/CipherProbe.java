package io.localstream.application.speed;

import io.localstream.domain.port.ChunkOpener;
import io.localstream.domain.port.ChunkSealer;
import io.localstream.domain.port.ContentEncryption;
import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.port.Ticker;
import io.localstream.domain.port.TransferKey;
import io.localstream.domain.speed.Measurement;
import io.localstream.domain.speed.SpeedLimits;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.LaneContext;
import io.localstream.domain.transfer.TransferId;
import java.nio.ByteBuffer;
import java.time.Duration;

/** Seals and opens chunks of nothing on one core, warm. Safe for several threads. */
final class CipherProbe {
  /** The machine gets to know the cipher by the number of calls, not of bytes. */
  private static final int WARMING_BYTES = 4 << 10;

  private static final int HEADER_BYTES = 16;

  private final ContentEncryption encryption;
  private final IdentifierSource identifiers;
  private final Ticker ticker;
  private final SpeedLimits limits;

  CipherProbe(
      ContentEncryption encryption,
      IdentifierSource identifiers,
      Ticker ticker,
      SpeedLimits limits) {
    this.encryption = encryption;
    this.identifiers = identifiers;
    this.ticker = ticker;
    this.limits = limits;
  }

  /** What was measured. */
  record Result(Measurement sealing, Measurement opening) {}

  Result measure() throws InterruptedException {
    encryption.prepare();
    run(WARMING_BYTES, limits.step().dividedBy(4));
    return run(ChunkSize.DEFAULT.bytes(), limits.step());
  }

  /** A chunk's worth of what can't be told from random bytes, and can't be compressed. */
  byte[] randomBytes(int length) {
    LaneContext lane = lane();
    try (TransferKey key = encryption.newKey();
        ChunkSealer sealer = encryption.sealer(key, lane)) {
      ByteBuffer sealed = ByteBuffer.allocate(length + sealer.overheadBytes());
      sealer.begin(ByteBuffer.allocate(HEADER_BYTES), length);
      sealer.seal(ByteBuffer.allocate(length), sealed);
      byte[] bytes = new byte[length];
      sealed.get(0, bytes);
      return bytes;
    }
  }

  private LaneContext lane() {
    return new LaneContext(new TransferId(identifiers.newId()), 1, 0);
  }

  private Result run(int chunkBytes, Duration longest) throws InterruptedException {
    LaneContext lane = lane();
    try (TransferKey key = encryption.newKey();
        ChunkSealer sealer = encryption.sealer(key, lane);
        ChunkOpener opener = encryption.opener(key, lane)) {
      ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
      ByteBuffer plain = ByteBuffer.allocate(chunkBytes);
      ByteBuffer sealed = ByteBuffer.allocate(chunkBytes + sealer.overheadBytes());
      Duration sealing = Duration.ZERO;
      Duration opening = Duration.ZERO;
      Pace pace = new Pace(ticker, longest, limits.stepBytes());
      while (pace.goesOn()) {
        Pace.requireWanted();
        long start = ticker.nanos();
        sealer.begin(header.clear(), chunkBytes);
        sealer.seal(plain.clear(), sealed.clear());
        long between = ticker.nanos();
        opener.open(header.clear(), sealed.flip(), plain.clear());
        sealing = sealing.plusNanos(between - start);
        opening = opening.plusNanos(ticker.nanos() - between);
        pace.did(chunkBytes);
      }
      return new Result(
          Measurement.of(pace.bytes(), sealing), Measurement.of(pace.bytes(), opening));
    }
  }
}
