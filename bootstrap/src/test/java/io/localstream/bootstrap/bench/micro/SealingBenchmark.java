package io.localstream.bootstrap.bench.micro;

import io.localstream.domain.port.ChunkSealer;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Seals one chunk. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SealingBenchmark {
  /** Of a chunk. */
  @Param({"65536", "262144", "1048576"})
  public int bytes;

  private ChunkSealer sealer;
  private ByteBuffer header;
  private ByteBuffer plain;
  private ByteBuffer sealed;

  /** A lane of its own. */
  @Setup
  public void open() {
    sealer = new Lane().sealer();
    header = Lane.header(0, bytes);
    plain = ByteBuffer.allocate(bytes);
    new Random(1).nextBytes(plain.array());
    sealed = ByteBuffer.allocate(bytes + sealer.overheadBytes());
  }

  /** Destroys its key. */
  @TearDown
  public void close() {
    sealer.close();
  }

  /** One chunk, from one array into another. */
  @Benchmark
  public ByteBuffer seal() {
    sealer.begin(header.rewind(), plain.capacity());
    sealer.seal(plain.rewind(), sealed.rewind());
    return sealed;
  }
}
