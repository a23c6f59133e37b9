package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twenty clients write random bytes at the listening port from before two devices meet until their
 * file has arrived. {@code bootstrap/soak/noise} does the same for longer.
 */
class NoiseIT {
  private static final int CLIENTS = 20;
  private static final long MEMORY_KIB = 200_000_000 / 1024;

  /** In the build short; the soak command says how long. */
  private static final int SECONDS = Integer.getInteger("localstream.noise.seconds", 10);

  private static final long BYTES = 256L << 20;

  @TempDir Path temporary;

  @Test
  void doesNotKeepAFileFromArriving() {
    TestDevice anna = TestDevice.known(temporary, TestDevice.ANNA);
    TestDevice ben = TestDevice.known(temporary, TestDevice.BEN);
    Path source = Sample.write(anna.folder().resolve("large.bin"), BYTES);
    int port = TestDevice.freePort();
    long begin = System.nanoTime();
    try (LocalStreamProcess receiver =
            ben.start("receive", ".", "--port", "" + port, "--host", "127.0.0.1", "--yes")
                .awaitListening();
        Noise noise = new Noise(port, CLIENTS);
        TcpProxy road = new TcpProxy(port, Tampering.slowing(BYTES / SECONDS));
        LocalStreamProcess sender =
            anna.start("send", "large.bin", "--to", "127.0.0.1:" + road.port(), "--yes")) {
      Duration patience = Await.PATIENCE.plusSeconds(2L * SECONDS);
      assertThat(receiver.exitCode(patience)).as(receiver + "\n" + sender).isZero();
      assertThat(sender.exitCode()).as(sender::toString).isZero();
      System.out.printf(
          "noise: %d connections, %d bytes of noise; file of %d bytes in %.1f s; peak memory:"
              + " receiver %d KiB, sender %d KiB%n",
          noise.connections(),
          noise.bytes(),
          BYTES,
          (System.nanoTime() - begin) / 1e9,
          receiver.peakMemoryKib(),
          sender.peakMemoryKib());
      receiver.assertNoNoise();
      assertThat(noise.connections()).isGreaterThan(CLIENTS);
      assertThat(receiver.peakMemoryKib()).isLessThan(MEMORY_KIB);
    }
    assertThat(Sample.sha256(ben.folder().resolve("large.bin"))).isEqualTo(Sample.sha256(source));
  }
}
