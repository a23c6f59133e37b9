package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A transfer that broke goes on where it was, when the same two meet again. */
class ResumeIT {
  private static final long BYTES = 64 << 20;
  private static final long BYTES_PER_SECOND = 8 << 20;

  /** Later than the first look at what has come, which is after two seconds. */
  private static final long MIDDLE = 36 << 20;

  /** What came in the two seconds, less all that may have been on its way. */
  private static final long SAVED = 8 << 20;

  /** The name of the format. */
  private static final long JOURNAL_BEGINNING_BYTES = 8;

  @TempDir Path temporary;
  private final int port = TestDevice.freePort();
  private TestDevice anna;
  private TestDevice ben;
  private Path album;

  @BeforeEach
  void meet() throws IOException {
    anna = TestDevice.known(temporary, TestDevice.ANNA);
    ben = TestDevice.known(temporary, TestDevice.BEN);
    album = Files.createDirectories(anna.folder().resolve("album"));
    Sample.write(album.resolve("a.bin"), BYTES / 4);
    Sample.write(album.resolve("b.bin"), BYTES / 2);
    Sample.write(album.resolve("c.bin"), BYTES / 4);
  }

  private LocalStreamProcess sender() {
    return anna.start(
            "send", "album", "--port", Integer.toString(port), "--host", "127.0.0.1", "--yes")
        .awaitListening();
  }

  private LocalStreamProcess receiver(TcpProxy road) {
    return ben.start("receive", ".", "--from", "127.0.0.1:" + road.port(), "--yes", "--wait", "30");
  }

  /** Ends one of both in the middle. */
  private void breakOff(boolean sendersEnd, String signal, long middle) {
    Tampering slowing = Tampering.slowing(BYTES_PER_SECOND);
    Gate gate = new Gate(middle);
    Tampering both =
        (stream, offset, bytes) ->
            gate.apply(stream, offset, slowing.apply(stream, offset, bytes).bytes());
    try (TcpProxy road = new TcpProxy(port, both);
        LocalStreamProcess sender = sender();
        LocalStreamProcess receiver = receiver(road)) {
      // A disk may take its time to note what has come.
      Await.until(
          Await.PATIENCE,
          () -> gate.isReached() && isNoted(),
          () -> "the transfer does not get on: " + sender + receiver);
      (sendersEnd ? sender : receiver).signal(signal);
      gate.open();
      sender.exitCode();
      receiver.exitCode();
    }
    assertThat(Files.exists(ben.folder().resolve("album"))).isFalse();
  }

  /** Whether there is anything in the journal behind its beginning. */
  private boolean isNoted() {
    try (Stream<Path> files = Files.walk(ben.folder())) {
      return files
          .filter(file -> file.endsWith("journal"))
          .anyMatch(journal -> journal.toFile().length() > JOURNAL_BEGINNING_BYTES);
    } catch (IOException | UncheckedIOException e) {
      // A hidden file came or went meanwhile.
      return false;
    }
  }

  /** Tells how many bytes passed. */
  private long again() {
    try (TcpProxy road = new TcpProxy(port, Tampering.none());
        LocalStreamProcess sender = sender();
        LocalStreamProcess receiver = receiver(road)) {
      receiver.endsWith(0);
      sender.endsWith(0);
      return road.passed();
    }
  }

  private void assertArrived() {
    assertThat(Tree.of(ben.folder().resolve("album"))).isEqualTo(Tree.of(album));
    assertThat(ben.files()).containsExactly("album");
  }

  @ParameterizedTest
  @CsvSource({"true, KILL", "false, KILL", "true, INT", "false, TERM"})
  void onlyTheRestIsSentWhoeverEnded(boolean sendersEnd, String signal) {
    anna = anna.behind("env", "--default-signal=INT");
    breakOff(sendersEnd, signal, MIDDLE);
    assertThat(again()).isLessThan(BYTES - SAVED);
    assertArrived();
  }

  @Test
  void aFileThatChangedMeanwhileStartsAgainAlone() throws IOException {
    breakOff(true, "KILL", MIDDLE);
    Sample.write(album.resolve("c.bin"), BYTES / 4 + 1);
    assertThat(again()).isLessThan(BYTES - SAVED);
    assertArrived();
  }

  @Test
  void itBreaksAgainAndAgainAndArrivesAllTheSame() {
    breakOff(false, "KILL", MIDDLE);
    breakOff(true, "KILL", MIDDLE / 3);
    assertThat(again()).isLessThan(BYTES - SAVED);
    assertArrived();
  }
}
