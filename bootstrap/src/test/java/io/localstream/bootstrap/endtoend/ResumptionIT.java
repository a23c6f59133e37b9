package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two shells in terminals whose connection breaks in the middle of a transfer. */
class ResumptionIT {
  private static final long BYTES = 60L << 20;
  private static final long BYTES_PER_SECOND = 10 << 20;

  @TempDir Path temporary;

  @Test
  void whatBrokeGoesOnWithoutAnybodyTypingAnything() throws IOException {
    assumeTrue(Terminal.isPossible(), "no tmux here");
    TestDevice anna = TestDevice.known(temporary, TestDevice.ANNA);
    TestDevice ben = TestDevice.known(temporary, TestDevice.BEN);
    Path film = Sample.write(anna.folder().resolve("film.mkv"), BYTES);
    int port = TestDevice.freePort();
    try (TcpProxy road = new TcpProxy(port, Tampering.slowing(BYTES_PER_SECOND));
        Terminal annas = Terminal.start(anna, temporary.resolve("anna.tmux"));
        Terminal bens = Terminal.start(ben, temporary.resolve("ben.tmux"))) {
      annas.awaitScreen("localstream>");
      bens.awaitScreen("localstream>");
      annas.type("add_local_connection 127.0.0.1 " + port + " 1");
      annas.awaitScreen("listening on");
      bens.type("connect 127.0.0.1 " + road.port());
      bens.awaitScreen("connected to");
      annas.type("send_file " + port + " film.mkv");
      bens.awaitScreen("offers film.mkv");
      bens.type("receive_file . --yes");
      assertThat(Await.holds(Duration.ofSeconds(60), () -> road.passed() > BYTES / 2)).isTrue();

      road.sever();

      bens.awaitScreen("going on with film.mkv");
      bens.awaitScreen("received \\S*film.mkv");
      annas.awaitScreen("sent film.mkv");
      assertThat(ben.folder().resolve("film.mkv")).hasSameBinaryContentAs(film);
      assertThat(ben.files()).containsExactly("film.mkv");
      assertThat(road.passed()).isLessThan(BYTES + BYTES / 4);
      bens.type("exit");
      bens.awaitScreen("^ended with 0$");
      annas.type("exit");
      annas.awaitScreen("^ended with 0$");
    }
  }
}
