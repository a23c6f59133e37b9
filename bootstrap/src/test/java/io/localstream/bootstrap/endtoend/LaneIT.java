package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.bootstrap.endtoend.TcpProxy.Direction;
import io.localstream.bootstrap.endtoend.TcpProxy.Stream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two processes, several data connections, and somebody in between who is hard on them. */
class LaneIT {
  private static final int FILE_BYTES = 48 << 20;
  private static final String NAME = "film.bin";

  @TempDir Path temporary;

  @Test
  void whatIsCutOffIsSentAgainOverNewLanes() {
    Counting counting =
        new Counting() {
          @Override
          public Result apply(Stream stream, long offset, byte[] bytes) {
            count(stream, bytes);
            boolean cut = isLane(stream, 3) && offset + bytes.length > 5_000_000;
            return new Result(cut ? Arrays.copyOf(bytes, bytes.length / 2) : bytes, cut);
          }
        };
    transfer(counting, "--lanes", "1");
    assertThat(counting.lanes()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 16})
  void goesOverAsManyAsAreAskedFor(int lanes) {
    CountDownLatch begun = new CountDownLatch(lanes);
    Counting counting =
        new Counting() {
          @Override
          public Result apply(Stream stream, long offset, byte[] bytes) {
            count(stream, bytes);
            if (stream.connection() > 0 && stream.direction() == Direction.TO_LISTENER) {
              if (offset == 0) {
                begun.countDown();
              }
            } else if (stream.connection() > 0) {
              // So that the first does not end before the others have begun.
              awaitAll(begun);
            }
            return new Result(bytes, false);
          }
        };
    transfer(counting, "--lanes", Integer.toString(lanes));
    assertThat(counting.lanes()).isEqualTo(lanes);
  }

  private static void awaitAll(CountDownLatch begun) {
    try {
      begun.await(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aSlowLaneHoldsNobodyUp() {
    Counting counting =
        new Counting() {
          @Override
          public Result apply(Stream stream, long offset, byte[] bytes) {
            count(stream, bytes);
            if (isLane(stream, 1)) {
              LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(bytes.length) / 40_000);
            }
            return new Result(bytes, false);
          }
        };
    transfer(counting, "--lanes", "3");
    assertThat(counting.passed(1)).isLessThan(FILE_BYTES / 8);
  }

  private void transfer(Tampering tampering, String... options) {
    TestDevice anna = TestDevice.known(temporary, TestDevice.ANNA);
    TestDevice ben = TestDevice.known(temporary, TestDevice.BEN);
    Path source = Sample.write(anna.folder().resolve(NAME), FILE_BYTES);
    String port = Integer.toString(TestDevice.freePort());
    String[] command = {"send", NAME, "--port", port, "--host", "127.0.0.1", "--yes"};
    String[] all = Arrays.copyOf(command, command.length + options.length);
    System.arraycopy(options, 0, all, command.length, options.length);
    try (LocalStreamProcess sender = anna.start(all).awaitListening();
        TcpProxy proxy = new TcpProxy(Integer.parseInt(port), tampering);
        LocalStreamProcess receiver =
            ben.start("receive", ".", "--from", "127.0.0.1:" + proxy.port(), "--yes")) {
      receiver.endsWith(0);
      sender.endsWith(0);
      assertThat(Sample.sha256(ben.folder().resolve(NAME))).isEqualTo(Sample.sha256(source));
      assertThat(ben.files()).containsExactly(NAME);
    }
  }

  /** Counts what passes from the sender, who listens; connection 0 is the control channel. */
  private abstract static class Counting implements Tampering {
    private final Map<Integer, AtomicLong> bytes = new ConcurrentHashMap<>();

    final void count(Stream stream, byte[] passing) {
      bytes.computeIfAbsent(stream.connection(), _ -> new AtomicLong()).addAndGet(passing.length);
    }

    /** Whether it is one of the first lanes, on the way that content goes. */
    static boolean isLane(Stream stream, int upTo) {
      return stream.direction() == Direction.TO_DIALLER
          && stream.connection() >= 1
          && stream.connection() <= upTo;
    }

    long passed(int connection) {
      return bytes.get(connection).get();
    }

    /** How many lanes there were. */
    int lanes() {
      return bytes.size() - 1;
    }
  }
}
