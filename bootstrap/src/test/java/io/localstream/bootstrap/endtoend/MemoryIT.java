package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of 1 GiB needs less than 200 MB of memory on either side. */
class MemoryIT {
  private static final long BYTES = 1L << 30;
  private static final long MOST_KIB = 200_000_000 / 1024;
  private static final Path MEMORY = Path.of("/dev/shm");

  @TempDir Path temporary;

  @Test
  void aLargeFileNeedsLittleMemory() throws IOException {
    Path folder = Files.isDirectory(MEMORY) ? Files.createTempDirectory(MEMORY, "ls") : temporary;
    try {
      assumeTrue(
          folder.toFile().getUsableSpace() > 3 * BYTES, "no room for 2 files of 1 GiB: " + folder);
      transfer(folder);
    } finally {
      delete(folder);
    }
  }

  private static void transfer(Path folder) {
    TestDevice anna = TestDevice.known(folder, TestDevice.ANNA);
    TestDevice ben = TestDevice.known(folder, TestDevice.BEN);
    Path source = Sample.write(anna.folder().resolve("huge.bin"), BYTES);
    String port = Integer.toString(TestDevice.freePort());
    try (LocalStreamProcess sender =
            anna.start("send", "huge.bin", "--port", port, "--host", "127.0.0.1", "--yes")
                .awaitListening();
        LocalStreamProcess receiver =
            ben.start("receive", ".", "--from", "127.0.0.1:" + port, "--yes")) {
      assertThat(receiver.exitCode(Duration.ofMinutes(5))).as(receiver::toString).isZero();
      sender.endsWith(0);
      receiver.assertNoNoise();
      System.out.printf(
          "1 GiB: peak memory: sender %d KiB, receiver %d KiB; %s",
          sender.peakMemoryKib(), receiver.peakMemoryKib(), receiver.out());
      assertThat(sender.peakMemoryKib()).isPositive().isLessThan(MOST_KIB);
      assertThat(receiver.peakMemoryKib()).isPositive().isLessThan(MOST_KIB);
    }
    assertThat(Sample.sha256(ben.folder().resolve("huge.bin"))).isEqualTo(Sample.sha256(source));
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
