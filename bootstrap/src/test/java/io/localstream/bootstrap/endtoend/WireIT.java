package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.application.usecase.RunningDevice;
import io.localstream.bootstrap.endtoend.AlteredTransfer.Outcome;
import io.localstream.bootstrap.endtoend.AlteredTransfer.Verdict;
import io.localstream.bootstrap.endtoend.Tampering.Deed;
import io.localstream.bootstrap.endtoend.TcpProxy.Direction;
import io.localstream.bootstrap.endtoend.TcpProxy.Stream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody on the way between two devices: what is to be seen, and what can be done. */
class WireIT {
  private static final String NAME = "the plans of the summer house.txt";
  private static final int SMALL_BYTES = 3_000;
  private static final int BOUNDARIES = 8;

  @TempDir Path temporary;

  /** Nobody on the way learns what is sent, its name, or who the devices are. */
  @Test
  void showsNothingOfWhatIsSent() throws IOException {
    TestDevice anna = TestDevice.known(temporary, TestDevice.ANNA);
    TestDevice ben = TestDevice.known(temporary, TestDevice.BEN);
    Path source = Sample.write(anna.folder().resolve(NAME), 100_000);
    Files.writeString(source, "Nobody on the way shall read this. ".repeat(3_000));
    byte[] content = Files.readAllBytes(source);
    String port = Integer.toString(TestDevice.freePort());
    Recorder recorder = new Recorder();
    try (LocalStreamProcess sender = sender(anna, port);
        TcpProxy proxy = new TcpProxy(Integer.parseInt(port), recorder);
        LocalStreamProcess receiver =
            ben.start("receive", ".", "--from", "127.0.0.1:" + proxy.port(), "--yes")) {
      receiver.endsWith(0);
      sender.endsWith(0);
      assertThat(ben.folder().resolve(NAME)).hasBinaryContent(content);
      assertThat(recorder.recorded()).hasSize(4);
      assertThat(proxy.passed()).isGreaterThan(content.length);
      Disclosure disclosure = new Disclosure(content);
      for (Map.Entry<Stream, byte[]> stream : recorder.recorded().entrySet()) {
        assertThat(disclosure.places(stream.getValue())).as("content in %s", stream).isEmpty();
        for (String word : List.of(NAME, "summer", TestDevice.ANNA, TestDevice.BEN)) {
          assertThat(Disclosure.contains(stream.getValue(), word.getBytes(StandardCharsets.UTF_8)))
              .as("%s in %s", word, stream.getKey())
              .isFalse();
        }
      }
    }
  }

  /** Sends over one lane, so that it is clear which connection carries what. */
  private static LocalStreamProcess sender(TestDevice device, String port) {
    return device
        .start("send", NAME, "--port", port, "--host", "127.0.0.1", "--yes", "--lanes", "1")
        .awaitListening();
  }

  @Test
  void wouldFindAPieceOfTheContentIfItWereThere() {
    byte[] content = "0123456789 abcdefghijklmnopqrstuvwxyz".getBytes(StandardCharsets.UTF_8);
    Disclosure disclosure = new Disclosure(content);

    assertThat(disclosure.places("##456789 abcdefghi##".getBytes(StandardCharsets.UTF_8)))
        .containsExactly(2);
    assertThat(disclosure.places("##456789 abcdefgh##".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  /** A deed at places all over a transfer: it fails clearly, and nothing wrong arrives. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void letsNothingWrongArriveWhateverIsDoneToIt(boolean listenerSends) throws Exception {
    Path source = Sample.write(temporary.resolve("source"), SMALL_BYTES);
    Map<Stream, byte[]> streams = streams(source, listenerSends);
    List<Tampering.Once> deeds = deeds(streams);
    List<String> wrong = new ArrayList<>();
    Semaphore atOnce = new Semaphore(12);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> ends = new ArrayList<>();
      for (Tampering.Once deed : deeds) {
        Path folder = Files.createDirectories(temporary.resolve("run" + ends.size()));
        int length = streams.get(deed.stream()).length;
        ends.add(
            threads.submit(
                limited(atOnce, () -> run(deed, length, source, folder, listenerSends))));
      }
      for (Future<String> end : ends) {
        wrong.add(end.get());
      }
    }
    wrong.removeIf(String::isEmpty);
    assertThat(wrong).isEmpty();
    long done = deeds.stream().filter(Tampering.Once::isDone).count();
    assertThat(done).as("of %d deeds", deeds.size()).isGreaterThan(deeds.size() * 9L / 10);
  }

  private static Callable<String> limited(Semaphore atOnce, Callable<String> run) {
    return () -> {
      atOnce.acquire();
      try {
        return run.call();
      } finally {
        atOnce.release();
      }
    };
  }

  /** What is wrong with the outcome; empty if nothing is. */
  private static String run(
      Tampering.Once deed, int length, Path source, Path folder, boolean listenerSends)
      throws IOException {
    Path arrivals = Files.createDirectory(folder.resolve("arrivals"));
    try (RunningDevice anna = TestDevice.known(folder, TestDevice.ANNA).open();
        RunningDevice ben = TestDevice.known(folder, TestDevice.BEN).open()) {
      Outcome outcome = new AlteredTransfer(anna, ben, listenerSends, source, arrivals).run(deed);
      boolean acceptable =
          switch (outcome.verdict()) {
            case NO_SESSION, NO_FILE, NO_RECEIPT -> deed.isDone();
            case SUCCESS -> !deed.isDone() || deed.isBehindTheEnd(length) || deed.costsOnlyALane();
            case WRONG -> false;
          };
      return acceptable ? "" : deed + (deed.isDone() ? " " : " (not done) ") + outcome;
    }
  }

  /** The streams of a transfer that nobody alters. */
  private Map<Stream, byte[]> streams(Path source, boolean listenerSends) throws IOException {
    Recorder recorder = new Recorder();
    Path folder = Files.createDirectories(temporary.resolve("first"));
    Path arrivals = Files.createDirectory(folder.resolve("arrivals"));
    try (RunningDevice anna = TestDevice.known(folder, TestDevice.ANNA).open();
        RunningDevice ben = TestDevice.known(folder, TestDevice.BEN).open()) {
      Outcome outcome =
          new AlteredTransfer(anna, ben, listenerSends, source, arrivals).run(recorder);
      assertThat(outcome.verdict()).as(outcome::toString).isEqualTo(Verdict.SUCCESS);
    }
    return recorder.recorded();
  }

  private static List<Tampering.Once> deeds(Map<Stream, byte[]> streams) {
    List<Tampering.Once> deeds = new ArrayList<>();
    streams.forEach((stream, bytes) -> {
      for (int i = 0; i < 6 && bytes.length > 0; i++) {
        deeds.add(new Tampering.Once(Deed.FLIP, stream, i * (bytes.length - 1L) / 5));
      }
      if (bytes.length > 0) {
        deeds.add(new Tampering.Once(Deed.FLIP, stream, Math.min(3, bytes.length - 1)));
        deeds.add(new Tampering.Once(Deed.CUT, stream, bytes.length / 2));
        deeds.add(new Tampering.Once(Deed.REPEAT, stream, bytes.length / 2));
        deeds.add(new Tampering.Once(Deed.REPEAT, stream, bytes.length - 1));
      }
    });
    return deeds;
  }

  /** Some of what {@code bootstrap/soak/boundary-sweep} does, but for what makes one wait. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void letsNothingWrongArriveWhateverIsDoneAtABoundary(boolean listenerSends) throws Exception {
    BoundarySweep.Limits limits =
        new BoundarySweep.Limits(
            deed -> deed.deed() != Boundary.Deed.DROP && deed.deed() != Boundary.Deed.DELAY,
            BOUNDARIES,
            Duration.ofMinutes(5));
    BoundarySweep sweep =
        new BoundarySweep(temporary, BoundarySweep.Load.RESUMED, listenerSends, limits);
    assertThat(sweep.run()).isEmpty();
    assertThat(sweep.untried()).isZero();
    assertThat(sweep.done()).isGreaterThanOrEqualTo(BOUNDARIES / 4);
  }

  /** Two processes, and a flipped bit in the handshake, a message and the content. */
  @ParameterizedTest
  @CsvSource({
    "0, TO_LISTENER, 5, 3, waits",
    "0, TO_DIALLER, 2200, 4, waits",
    "0, TO_LISTENER, 3000, 3, waits",
    "1, TO_DIALLER, 9, 3, 3",
    "1, TO_DIALLER, 2500, 4, 4",
  })
  void endsInAClearLineForWhomItConcerns(
      int connection, Direction direction, long place, int receiverEnds, String senderEnds) {
    Tampering.Once deed = new Tampering.Once(Deed.FLIP, new Stream(connection, direction), place);
    TestDevice anna = TestDevice.known(temporary, TestDevice.ANNA);
    TestDevice ben = TestDevice.known(temporary, TestDevice.BEN);
    Sample.write(anna.folder().resolve(NAME), SMALL_BYTES);
    String port = Integer.toString(TestDevice.freePort());
    try (LocalStreamProcess sender = sender(anna, port);
        TcpProxy proxy = new TcpProxy(Integer.parseInt(port), deed);
        LocalStreamProcess receiver =
            ben.start("receive", ".", "--from", "127.0.0.1:" + proxy.port(), "--yes")) {
      assertFailed(receiver, receiverEnds);
      if (senderEnds.equals("waits")) {
        // They never met, and so the listener waits for another.
        assertThat(sender.isAlive()).isTrue();
        sender.assertNoNoise();
      } else {
        assertFailed(sender, Integer.parseInt(senderEnds));
      }
      assertThat(deed.isDone()).isTrue();
      assertThat(ben.files()).isEmpty();
    }
  }

  private static void assertFailed(LocalStreamProcess process, int exitCode) {
    process.endsWith(exitCode);
    assertThat(process.err().lines().filter(line -> line.startsWith("localstream: ")))
        .as(process::toString)
        .hasSize(1);
    assertThat(process.out()).isEmpty();
  }
}
