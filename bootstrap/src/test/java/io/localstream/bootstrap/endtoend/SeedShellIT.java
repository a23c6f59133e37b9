package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the shell, from a pipe and in a terminal. */
class SeedShellIT {
  @TempDir Path temporary;
  private final int port = TestDevice.freePort();

  @Nested
  class FromAPipe {
    private TestDevice anna;
    private TestDevice ben;

    @BeforeEach
    void meet() {
      anna = TestDevice.known(temporary, TestDevice.ANNA);
      ben = TestDevice.known(temporary, TestDevice.BEN);
    }

    @Test
    void sendsAFileFromTheListenerAndOneBack() {
      Path there = Sample.write(anna.folder().resolve("there.bin"), 1 << 20);
      Path back = Sample.write(ben.folder().resolve("and back.bin"), 100_000);
      try (LocalStreamProcess listener = anna.shell("--yes");
          LocalStreamProcess dialler = ben.shell("--yes")) {
        listener.type("add_local_connection 127.0.0.1 " + port + " 3");
        listener.awaitListening();
        listener.type("send_file " + port + " there.bin 512 --wait 60");
        dialler.type("connect 127.0.0.1 " + port);
        dialler.type("receive-file --file-save-path there.bin --wait 60");
        dialler.awaitOut("received .*there\\.bin");
        listener.awaitOut("sent there\\.bin");
        dialler.type("send_file --port " + port + " --file-path 'and back.bin'");
        listener.type("receive_file . --wait 60");
        listener.awaitOut("received .*and back\\.bin");
        dialler.awaitOut("sent \"and back\\.bin\"");
        listener.type("status");
        listener.awaitOut("connections: 1 overall, 1 active, 0 inactive");
        listener.awaitOut("transfers: 2");
        listener.type("possible_connections");
        listener.type("del_connection " + port);
        dialler.type("exit");
        dialler.endsWith(0);
        listener.endInput();
        listener.endsWith(0);
        assertThat(listener.out()).contains("127.0.0.1", TestDevice.BEN, "1 of 3", "100%");
      }
      assertThat(ben.folder().resolve("there.bin")).hasSameBinaryContentAs(there);
      assertThat(anna.folder().resolve("and back.bin")).hasSameBinaryContentAs(back);
    }

    @Test
    void endsWithTheExitCodeOfTheFirstFailure() {
      try (LocalStreamProcess shell = anna.shell()) {
        shell.type("status");
        shell.type("connect 127.0.0.1 " + port);
        shell.type("possible_connections");
        shell.endsWith(3);
        assertThat(shell.out()).contains("sessions: 0").doesNotContain("127.0.0.1");
        assertThat(shell.err()).contains("127.0.0.1:" + port);
      }
    }

    @Test
    void goesOnWhereThatIsSaidAndEndsWithTheFirstFailureAll() {
      try (LocalStreamProcess shell = anna.shell("--keep-going")) {
        shell.type("add_local_connection 127.0.0.1 notaport 1");
        shell.type("connect 127.0.0.1 " + port);
        shell.type("status");
        shell.endInput();
        shell.endsWith(2);
        assertThat(shell.out()).contains("sessions: 0");
        assertThat(shell.err().lines().filter(line -> line.startsWith("localstream: "))).hasSize(2);
      }
    }
  }

  @Test
  void worksForTwoPeopleAtTheirTerminals() {
    assumeTrue(Terminal.isPossible(), "no tmux here");
    TestDevice anna = TestDevice.fresh(temporary, TestDevice.ANNA);
    TestDevice ben = TestDevice.fresh(temporary, TestDevice.BEN);
    String name = "Καλημέρα 🚀.bin";
    Path source = Sample.write(anna.folder().resolve(name), 20 << 20);
    try (TcpProxy road = new TcpProxy(port, Tampering.slowing(8 << 20));
        Terminal annas = Terminal.start(anna, temporary.resolve("anna.tmux"));
        Terminal bens = Terminal.start(ben, temporary.resolve("ben.tmux"))) {
      annas.awaitScreen("help shows the commands");
      annas.type("add_local_connection 127.0.0.1 " + port + " 2");
      annas.awaitScreen("listening on 127\\.0\\.0\\.1:" + port);
      bens.awaitScreen("help shows the commands");
      bens.type("connect 127.0.0.1 " + road.port());
      for (Terminal terminal : List.of(annas, bens)) {
        terminal.awaitScreen("trust this device|whether to trust");
        terminal.type("yes");
      }
      bens.awaitScreen("connected to " + TestDevice.ANNA);
      annas.type("send_file " + port + " '" + name + "'");
      bens.awaitScreen("offers .*bin");
      bens.type("receive_file here.bin");
      bens.awaitScreen("receive it\\?");
      bens.type("yes");
      annas.awaitScreen("\\d+%.* MB/s");
      bens.awaitScreen("\\d+%.* MB/s");
      assertThat(bens.awaitScreen("^received .*here\\.bin")).doesNotContain("Exception");
      assertThat(annas.awaitScreen("^sent .*bin")).doesNotContain("Exception");
      annas.type("status");
      annas.awaitScreen("connections: 1 overall, 1 active");
      bens.type("exit");
      bens.awaitScreen("^ended with 0$");
      annas.awaitScreen(TestDevice.BEN + " left");
      annas.type("exit");
      annas.awaitScreen("^ended with 0$");
    }
    assertThat(ben.folder().resolve("here.bin")).hasSameBinaryContentAs(source);
    assertThat(ben.files()).hasSize(1);
  }
}
