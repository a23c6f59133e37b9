package io.localstream.bootstrap.bench.micro;

import io.localstream.domain.port.ChunkOpener;
import io.localstream.domain.port.ChunkSealer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Opens one chunk. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OpeningBenchmark {
  private static final int CHUNKS = 64;

  /** Of a chunk. */
  @Param({"65536", "262144", "1048576"})
  public int bytes;

  private final Lane lane = new Lane();
  private final List<ByteBuffer> sealed = new ArrayList<>();
  private ByteBuffer header;
  private ByteBuffer plain;

  /** Chunks open in the order in which they were sealed only, so there are some. */
  @Setup
  public void seal() {
    header = Lane.header(0, bytes);
    plain = ByteBuffer.allocate(bytes);
    new Random(1).nextBytes(plain.array());
    try (ChunkSealer sealer = lane.sealer()) {
      for (int i = 0; i < CHUNKS; i++) {
        ByteBuffer chunk = ByteBuffer.allocate(bytes + sealer.overheadBytes());
        sealer.begin(header.rewind(), bytes);
        sealer.seal(plain.rewind(), chunk);
        sealed.add(chunk);
      }
    }
  }

  /** All of them, with a new end of the lane: its making is a part of the figures, by the chunk. */
  @Benchmark
  @OperationsPerInvocation(CHUNKS)
  public ByteBuffer open() {
    try (ChunkOpener opener = lane.opener()) {
      for (ByteBuffer chunk : sealed) {
        opener.open(header.rewind(), chunk.rewind(), plain.rewind());
      }
    }
    return plain;
  }
}
