package io.localstream.bootstrap.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A crowd besets a device that is sending a file, and somebody honest comes, too. */
final class Siege {
  private static final String CARL = "carl-in-the-garden";
  private static final int CROWDS_ADDRESS = 66;
  private static final int CROWDS_ADDRESSES = 8;
  private static final int MANY = 150;
  private static final long MEMORY_KIB = 300_000;

  /** Its own files and jars, the strangers, and room. */
  private static final int DESCRIPTORS = 500;

  private static final int SMALL_BYTES = 3_000_000;

  private final List<Crowd.Manner> manners;
  private final long bytes;
  private final long bytesPerSecond;

  /** With a file of a few hundred MB. */
  Siege(List<Crowd.Manner> manners) {
    this(manners, 400 << 20, 16 << 20);
  }

  /** With another file, that is sent no faster than this. */
  Siege(List<Crowd.Manner> manners, long bytes, long bytesPerSecond) {
    this.manners = manners;
    this.bytes = bytes;
    this.bytesPerSecond = bytesPerSecond;
  }

  /**
   * Tries it once.
   *
   * @param folder an empty one
   */
  void tryOnce(Path folder, Tally tally, int number) {
    tally.tried();
    TestDevice anna = TestDevice.known(folder, TestDevice.ANNA);
    TestDevice ben = TestDevice.known(folder, TestDevice.BEN);
    TestDevice carl = TestDevice.fresh(folder, CARL);
    Path large = Sample.write(anna.folder().resolve("large.bin"), bytes);
    Path small = Sample.write(carl.folder().resolve("small.bin"), SMALL_BYTES);
    int port = TestDevice.freePort();
    try (TcpProxy road = new TcpProxy(port, Tampering.slowing(bytesPerSecond));
        LocalStreamProcess beset = anna.shell("--yes")) {
      beset.type("add_local_connection 127.0.0.1 " + port + " 3");
      beset.awaitListening();
      try (LocalStreamProcess receiver =
          ben.start("receive", ".", "--from", "127.0.0.1:" + road.port(), "--yes")) {
        beset.type("send_file " + port + " large.bin --wait 60 --background");
        Await.until(Await.PATIENCE, () -> road.passed() > bytes / 20, beset::toString);
        besiege(tally, beset, receiver, carl, port);
      }
      beset.type("exit");
      tally.ends(beset, 0);
    }
    same(tally, large, ben.folder().resolve("large.bin"));
    same(tally, small, anna.folder().resolve("small.bin"));
  }

  private void besiege(
      Tally tally,
      LocalStreamProcess beset,
      LocalStreamProcess receiver,
      TestDevice carl,
      int port) {
    int before = beset.descriptors();
    List<Crowd> crowds = new ArrayList<>();
    try (Gauge gauge = new Gauge(beset)) {
      for (Crowd.Manner manner : manners) {
        crowds.add(new Crowd(port, manner, CROWDS_ADDRESS + crowds.size() * CROWDS_ADDRESSES));
      }
      Await.until(
          Await.PATIENCE,
          () -> crowds.stream().allMatch(crowd -> crowd.connected() > MANY),
          beset::toString);
      beset.type("receive_file . --wait 120");
      long begin = System.nanoTime();
      try (LocalStreamProcess honest =
          carl.start("send", "small.bin", "--to", "127.0.0.1:" + port, "--yes", "--wait", "60")) {
        tally.ends(honest, 0);
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      boolean meanwhile = receiver.isAlive();
      tally.ends(receiver, 0);
      crowds.forEach(crowd -> tally.note(crowd.toString()));
      tally.note(
          String.format(
              Locale.ROOT,
              "the honest one took %.1f s%s; descriptors %d before, at most %d; peak memory %d KiB",
              seconds,
              meanwhile ? "" : " and was there only after the large file",
              before,
              gauge.most(),
              beset.peakMemoryKib()));
      if (gauge.most() > DESCRIPTORS || beset.peakMemoryKib() > MEMORY_KIB) {
        tally.wrong("too much memory, or too many descriptors");
      }
    } finally {
      crowds.forEach(Crowd::close);
    }
  }

  private static void same(Tally tally, Path sent, Path arrived) {
    if (!Files.exists(arrived) || !Sample.sha256(sent).equals(Sample.sha256(arrived))) {
      tally.wrong(arrived.getFileName() + " did not arrive as it was sent");
    }
  }

  /** Looks now and then how many descriptors a process has. */
  private static final class Gauge implements AutoCloseable {
    private final LocalStreamProcess process;
    private final Thread thread;
    private volatile boolean over;
    private volatile int most;

    Gauge(LocalStreamProcess process) {
      this.process = process;
      thread = Thread.ofPlatform().start(this::look);
    }

    private void look() {
      Await.holds(
          Tally.PATIENCE,
          () -> {
            most = Math.max(most, process.descriptors());
            return over;
          });
    }

    int most() {
      return most;
    }

    @Override
    public void close() {
      over = true;
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
