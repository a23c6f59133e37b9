package io.localstream.bootstrap.bench.micro;

import io.localstream.adapters.socket.BinaryLaneFraming;
import io.localstream.domain.port.LaneFraming;
import io.localstream.domain.transfer.ChunkHeader;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Writes and reads one chunk's header. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FramingBenchmark {
  private final LaneFraming framing = new BinaryLaneFraming();
  private final ByteBuffer form = ByteBuffer.allocate(framing.headerBytes());
  private final ChunkHeader header = new ChunkHeader(7, 1 << 20, false);

  /** What the sender does. */
  @Benchmark
  public ByteBuffer encode() {
    framing.encode(header, form.clear());
    return form;
  }

  /** What the sender and then the receiver do. */
  @Benchmark
  public ChunkHeader encodeAndDecode() {
    framing.encode(header, form.clear());
    return framing.decode(form.flip());
  }
}
