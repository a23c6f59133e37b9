package io.localstream.bootstrap.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** From the middle of a transfer on, a byte a second, which is no way to get on. */
enum Trickle {
  /** On every connection and both ways. */
  TRICKLE {
    @Override
    boolean concerns(int connection) {
      return true;
    }
  },
  /** On the data connections only: both sides go on talking to each other. */
  TRICKLE_OF_CONTENT {
    @Override
    boolean concerns(int connection) {
      return connection > 0;
    }
  };

  private static final long BYTES = 64 << 20;
  private static final long MIDDLE = 36 << 20;
  private static final long BYTES_PER_SECOND = 12 << 20;

  abstract boolean concerns(int connection);

  /**
   * Tries it once: both end, and the same two commands go on.
   *
   * @param folder an empty one
   * @param number chooses who listens
   */
  final void tryOnce(Path folder, Tally tally, int number) {
    tally.tried();
    TestDevice anna = TestDevice.known(folder, TestDevice.ANNA);
    TestDevice ben = TestDevice.known(folder, TestDevice.BEN);
    Path album = anna.folder().resolve("album");
    try {
      Sample.write(Files.createDirectory(album).resolve("a.bin"), BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    AtomicBoolean dry = new AtomicBoolean();
    int port = TestDevice.freePort();
    try (TcpProxy road = new TcpProxy(port, drying(dry));
        Crossing.Both both = begin(anna, ben, port, road, number)) {
      Await.until(Await.PATIENCE, () -> road.passed() > MIDDLE, both::toString);
      dry.set(true);
      tally.ends(both.sender(), 3);
      tally.ends(both.receiver(), 3);
      tally.nothingVisible(ben);
    }
    try (TcpProxy road = new TcpProxy(port, Tampering.none());
        Crossing.Both both = begin(anna, ben, port, road, number)) {
      tally.ends(both.receiver(), 0);
      tally.ends(both.sender(), 0);
      tally.arrived(album, ben);
      tally.note("came after the break: " + road.passed() + " of " + BYTES + " bytes");
      if (road.passed() >= BYTES) {
        tally.wrong("all of it came again");
      }
    }
  }

  private static Crossing.Both begin(
      TestDevice anna, TestDevice ben, int port, TcpProxy road, int number) {
    String there = "127.0.0.1:" + road.port();
    String own = Integer.toString(port);
    if (number % 2 == 0) {
      LocalStreamProcess sender =
          anna.start("send", "album", "--port", own, "--host", "127.0.0.1", "--yes")
              .awaitListening();
      return new Crossing.Both(
          sender, ben.start("receive", ".", "--from", there, "--yes", "--wait", "60"));
    }
    LocalStreamProcess receiver =
        ben.start("receive", ".", "--port", own, "--host", "127.0.0.1", "--yes").awaitListening();
    return new Crossing.Both(
        anna.start("send", "album", "--to", there, "--yes", "--wait", "60"), receiver);
  }

  private Tampering drying(AtomicBoolean dry) {
    return new Tampering() {
      @Override
      public Result apply(TcpProxy.Stream stream, long offset, byte[] bytes) {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(bytes.length) / BYTES_PER_SECOND);
        return new Result(bytes, false);
      }

      @Override
      public long pauseNanos(TcpProxy.Stream stream) {
        return dry.get() && concerns(stream.connection()) ? TimeUnit.SECONDS.toNanos(1) : 0;
      }
    };
  }
}
