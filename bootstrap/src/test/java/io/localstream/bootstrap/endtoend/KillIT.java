package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One side ends in the middle of a transfer: the other says so and goes on living. */
class KillIT {
  /** Within seconds: far less than a person waits before looking what is wrong. */
  private static final Duration SOON = Duration.ofSeconds(20);

  private static final long BYTES = 64 << 20;
  private static final long BYTES_PER_SECOND = 4 << 20;
  private static final long MIDDLE = 6 << 20;

  @TempDir Path temporary;
  private final int port = TestDevice.freePort();
  private TestDevice anna;
  private TestDevice ben;
  private TcpProxy slowRoad;

  @BeforeEach
  void meet() {
    anna =
        TestDevice.known(temporary, TestDevice.ANNA).behind("env", "--default-signal=INT,HUP,TERM");
    ben =
        TestDevice.known(temporary, TestDevice.BEN).behind("env", "--default-signal=INT,HUP,TERM");
    Sample.write(anna.folder().resolve("large.bin"), BYTES);
    slowRoad = new TcpProxy(port, Tampering.slowing(BYTES_PER_SECOND));
  }

  @AfterEach
  void leave() {
    slowRoad.close();
  }

  private LocalStreamProcess sender(String... more) {
    String own = Integer.toString(port);
    return anna.start(
            with(more, "send", "large.bin", "--port", own, "--host", "127.0.0.1", "--yes"))
        .awaitListening();
  }

  private LocalStreamProcess receiver(String... more) {
    return receiverFrom(slowRoad.port(), more);
  }

  private LocalStreamProcess receiverFrom(int place, String... more) {
    return ben.start(
        with(more, "receive", ".", "--from", "127.0.0.1:" + place, "--yes", "--wait", "60"));
  }

  private static String[] with(String[] more, String... words) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }

  private void awaitMiddle(long before, LocalStreamProcess... processes) {
    Await.until(
        Await.PATIENCE,
        () -> slowRoad.passed() - before > MIDDLE,
        () -> "the transfer does not get on: " + java.util.List.of(processes));
  }

  @Test
  void theReceiverSaysSoWhenTheSenderIsKilled() {
    try (LocalStreamProcess sender = sender();
        LocalStreamProcess receiver = receiver()) {
      awaitMiddle(0, sender, receiver);
      sender.signal("KILL");
      assertSaysSo(receiver, TestDevice.ANNA);
      assertThat(ben.visibleFiles()).isEmpty();
    }
  }

  @Test
  void theSenderSaysSoWhenTheReceiverIsKilled() {
    try (LocalStreamProcess sender = sender();
        LocalStreamProcess receiver = receiver()) {
      awaitMiddle(0, sender, receiver);
      receiver.signal("KILL");
      assertSaysSo(sender, TestDevice.BEN);
      assertThat(ben.files()).doesNotContain("large.bin");
    }
  }

  private static void assertSaysSo(LocalStreamProcess left, String gone) {
    assertThat(left.exitCode(SOON)).as(left::toString).isEqualTo(3);
    left.assertNoNoise();
    assertThat(left.out()).isEmpty();
    assertThat(left.err().lines().filter(line -> line.startsWith("localstream: ")))
        .singleElement()
        .asString()
        .contains("large.bin", gone);
  }

  @ParameterizedTest
  @CsvSource({"INT, 130, 4, cancelled", "TERM, 143, 3, told to end", "HUP, 129, 3, told to end"})
  void theSenderLeavesPolitely(String signal, int exitCode, int other, String why) {
    try (LocalStreamProcess sender = sender();
        LocalStreamProcess receiver = receiver()) {
      awaitMiddle(0, sender, receiver);
      sender.signal(signal);
      assertThat(sender.exitCode(SOON)).as(sender::toString).isEqualTo(exitCode);
      sender.assertNoNoise();
      assertThat(receiver.exitCode(SOON)).as(receiver::toString).isEqualTo(other);
      receiver.assertNoNoise();
      assertThat(receiver.err()).contains(why);
      assertThat(ben.visibleFiles()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 130, 4, cancelled", "TERM, 143, 3, told to end", "HUP, 129, 3, told to end"})
  void theReceiverLeavesPolitely(String signal, int exitCode, int other, String why) {
    try (LocalStreamProcess sender = sender();
        LocalStreamProcess receiver = receiver()) {
      awaitMiddle(0, sender, receiver);
      receiver.signal(signal);
      assertThat(receiver.exitCode(SOON)).as(receiver::toString).isEqualTo(exitCode);
      receiver.assertNoNoise();
      assertThat(sender.exitCode(SOON)).as(sender::toString).isEqualTo(other);
      sender.assertNoNoise();
      assertThat(sender.err()).contains(why);
      assertThat(ben.visibleFiles()).isEmpty();
    }
  }

  /** A shutdown is nobody's no. */
  @ParameterizedTest
  @ValueSource(strings = {"TERM", "HUP"})
  void aSenderThatKeepsTryingSendsToTheNextReceiver(String signal) {
    try (LocalStreamProcess sender = sender("--keep-trying")) {
      try (LocalStreamProcess first = receiver()) {
        awaitMiddle(0, sender, first);
        first.signal(signal);
        first.exitCode(SOON);
      }
      try (LocalStreamProcess next = receiverFrom(port)) {
        next.endsWith(0);
        sender.endsWith(0);
      }
    }
    assertThat(ben.visibleFiles()).contains("large.bin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "HUP"})
  void aReceiverThatKeepsTryingReceivesFromTheNextSender(String signal) {
    try (LocalStreamProcess receiver = receiver("--keep-trying")) {
      try (LocalStreamProcess first = sender()) {
        awaitMiddle(0, first, receiver);
        first.signal(signal);
        first.exitCode(SOON);
      }
      try (LocalStreamProcess next = sender()) {
        receiver.endsWith(0);
        next.endsWith(0);
      }
    }
    assertThat(ben.visibleFiles()).contains("large.bin");
  }

  @Test
  void aShellGoesOnLivingAndReceivesFromTheNext() {
    Path source = Sample.write(anna.folder().resolve("small.bin"), 1 << 20);
    try (LocalStreamProcess shell = ben.shell("--keep-going", "--yes")) {
      try (LocalStreamProcess sender = sender()) {
        shell.type("connect 127.0.0.1 " + slowRoad.port());
        shell.type("receive_file . --wait 30");
        awaitMiddle(0, sender, shell);
        sender.signal("KILL");
        shell.awaitErr("localstream: .*large.bin.*" + TestDevice.ANNA);
      }
      try (LocalStreamProcess next =
          anna.start("send", "small.bin", "--port", "" + port, "--host", "127.0.0.1", "--yes")
              .awaitListening()) {
        shell.type("connect 127.0.0.1 " + slowRoad.port());
        shell.type("receive_file again.bin --wait 30");
        shell.awaitOut("received .*again.bin");
        next.endsWith(0);
      }
      shell.type("status");
      shell.type("exit");
      assertThat(shell.exitCode()).as(shell::toString).isEqualTo(3);
      shell.assertNoNoise();
      assertThat(shell.out()).contains("failed: ").contains("completed");
    }
    assertThat(ben.visibleFiles()).containsExactly("again.bin");
    assertThat(ben.folder().resolve("again.bin")).hasSameBinaryContentAs(source);
  }

  @Test
  void aShellGoesOnLivingAndSendsToTheNext() {
    try (LocalStreamProcess shell = anna.shell("--keep-going", "--yes")) {
      shell.type("add_local_connection 127.0.0.1 " + port + " 2");
      shell.awaitListening();
      try (LocalStreamProcess receiver = receiver()) {
        shell.type("send_file " + port + " large.bin --wait 30");
        awaitMiddle(0, receiver, shell);
        receiver.signal("KILL");
        shell.awaitErr("localstream: .*large.bin.*" + TestDevice.BEN);
      }
      // It would be offered to the next as well, before or after what is typed.
      try (LocalStreamProcess again = receiverFrom(port)) {
        shell.awaitErr("going on with large.bin");
        again.endsWith(0);
        shell.awaitErr("sent large.bin");
      }
      Path source = Sample.write(anna.folder().resolve("small.bin"), 1 << 20);
      try (LocalStreamProcess next = receiver()) {
        shell.type("send_file " + port + " small.bin --wait 30");
        shell.awaitOut("sent small.bin");
        next.endsWith(0);
      }
      shell.endInput();
      assertThat(shell.exitCode()).as(shell::toString).isEqualTo(3);
      shell.assertNoNoise();
      assertThat(ben.folder().resolve("small.bin")).hasSameBinaryContentAs(source);
    }
  }
}
