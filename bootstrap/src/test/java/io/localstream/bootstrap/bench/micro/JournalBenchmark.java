package io.localstream.bootstrap.bench.micro;

import io.localstream.adapters.persistence.files.DiskIncomingFiles;
import io.localstream.domain.device.DeviceId;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.TransferId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to be able to go on: 64 MiB that arrive, stored with and without a checkpoint of
 * the journal at the end, on the disk of the system's temporary folder; as one file, and as small
 * ones.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 4)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class JournalBenchmark {
  private static final long BYTES = 64L << 20;
  private static final int CHUNK = 1 << 20;

  /** Of each file: all of it in one, or 4,096 of them. */
  @Param({"67108864", "16384"})
  public long fileBytes;

  private final byte[] content = new byte[CHUNK];
  private Path folder;
  private IncomingTree tree;

  @Setup(Level.Invocation)
  public void open() throws IOException {
    new Random(1).nextBytes(content);
    folder = Files.createTempDirectory("journal");
    List<ManifestEntry> entries =
        IntStream.range(0, (int) (BYTES / fileBytes))
            .mapToObj(number ->
                (ManifestEntry)
                    new ManifestEntry.File(
                        new RelativePath("file" + number), fileBytes, Instant.EPOCH, 0644))
            .toList();
    tree =
        new DiskIncomingFiles(folder, folder)
            .open(
                new TransferId(UUID.randomUUID()),
                new DeviceId(UUID.randomUUID()),
                new Manifest(entries),
                new Destination(
                    new FileReference(folder.toString()), Destination.ExistingFile.KEEP));
  }

  @TearDown(Level.Invocation)
  public void discard() throws IOException {
    tree.discard();
    tree.close();
    Files.delete(folder);
  }

  /** Nothing is noted; the files are brought to disk as they are complete. */
  @Benchmark
  public void store() {
    for (long offset = 0; offset < BYTES; offset += CHUNK) {
      tree.write(offset, ByteBuffer.wrap(content));
    }
  }

  /** All of it is on the disk, and noted, at the end. */
  @Benchmark
  public long storeAndCheckpoint() {
    store();
    return tree.checkpoint();
  }
}
