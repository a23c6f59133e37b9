package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two known devices: one was told to send and shows a code, the other comes without it. */
class KnownDevicesIT {
  private static final String WHERE = "--from (\\S+:\\d+)";

  @TempDir Path temporary;
  private TestDevice anna;
  private TestDevice ben;
  private Path source;

  @BeforeEach
  void meet() {
    anna = TestDevice.known(temporary, TestDevice.ANNA);
    ben = TestDevice.known(temporary, TestDevice.BEN);
    source = Sample.write(anna.folder().resolve("movie.bin"), 300_000);
  }

  @Test
  void theReceiverIsRefusedAtOnceWhereNobodyCanBeAsked() {
    try (LocalStreamProcess sender = anna.start("send", "movie.bin")) {
      String address = sender.awaitErr(WHERE).group(1);
      try (LocalStreamProcess receiver = ben.start("receive", "--from", address, "--yes")) {
        assertThat(receiver.exitCode()).as(receiver::toString).isEqualTo(4);
        assertThat(receiver.err())
            .contains(
                TestDevice.ANNA
                    + " waits for the code that it shows; type it here: localstream receive");
        sender.awaitErr(TestDevice.BEN + " came without the code; there type: localstream receive");
      }
    }
    assertThat(ben.files()).isEmpty();
  }

  @Test
  void isSentToWithoutTheCodeWhereYesWasSaidBeforehand() {
    try (LocalStreamProcess sender = anna.start("send", "movie.bin", "--yes")) {
      String address = sender.awaitErr(WHERE).group(1);
      try (LocalStreamProcess receiver = ben.start("receive", "--from", address, "--yes")) {
        receiver.endsWith(0);
        sender.endsWith(0);
      }
    }
    assertThat(ben.folder().resolve("movie.bin")).hasSameBinaryContentAs(source);
  }

  @Test
  void asksThePersonAtTheTerminal() {
    assumeTrue(Terminal.isPossible(), "no tmux here");
    try (Terminal annas =
        Terminal.start(anna, temporary.resolve("anna.tmux"), "send", "movie.bin")) {
      String screen = annas.awaitScreen(WHERE);
      String address = screen.replaceAll("(?s).*--from (\\S+:\\d+).*", "$1");
      try (LocalStreamProcess receiver = ben.start("receive", "--from", address, "--yes")) {
        annas.awaitScreen("is here without the code");
        receiver.awaitErr("waiting until the person at");
        annas.type("yes");
        receiver.endsWith(0);
        annas.awaitScreen("ended with 0");
      }
    }
    assertThat(ben.folder().resolve("movie.bin")).hasSameBinaryContentAs(source);
  }
}
