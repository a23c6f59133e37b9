package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are killed, started again, and go on where they were. */
class RestoreIT {
  private static final Pattern SESSION =
      Pattern.compile("\"id\" : \"([-0-9a-f]{36})\",\\s+\"peer\"");

  @TempDir Path temporary;
  private final int port = TestDevice.freePort();

  private static String session(TestDevice device) {
    Matcher found = SESSION.matcher(String.join("", device.sessions()));
    assertThat(found.find()).isTrue();
    String id = found.group(1);
    assertThat(found.find()).as("another session").isFalse();
    return id;
  }

  @Test
  void connectionsAreOpenAgainAndThePeerIsConnectedWithoutAQuestion() throws IOException {
    TestDevice anna = TestDevice.known(temporary, TestDevice.ANNA);
    TestDevice ben = TestDevice.known(temporary, TestDevice.BEN);
    try (LocalStreamProcess annas = anna.shell();
        LocalStreamProcess bens = ben.shell()) {
      annas.type("add_local_connection 127.0.0.1 " + port + " 3");
      annas.awaitListening();
      bens.type("connect 127.0.0.1 " + port);
      bens.awaitOut("connected to");
      annas.awaitErr(TestDevice.BEN + " connected");
      annas.signal("KILL");
      bens.signal("KILL");
      annas.exitCode();
      bens.exitCode();
    }
    String annasSession = session(anna);
    String bensSession = session(ben);

    // The one that dials is there first, and waits for the other.
    try (LocalStreamProcess bens = ben.shell("--restore")) {
      bens.awaitErr("(?i)away|again");
      try (LocalStreamProcess annas = anna.shell("--restore")) {
        annas.awaitErr(TestDevice.BEN + " connected");
        bens.awaitErr(TestDevice.ANNA + " connected|connected to " + TestDevice.ANNA);
        annas.type("status");
        annas.awaitOut("connections: 1 overall, 1 active");
        bens.type("status");
        bens.awaitOut("sessions: 1");
        assertThat(annas.err() + bens.err()).doesNotContain("[yes/no]");
        bens.type("exit");
        annas.type("exit");
        bens.endsWith(0);
        annas.endsWith(0);
      }
    }
    assertThat(session(anna)).isEqualTo(annasSession);
    assertThat(session(ben)).isEqualTo(bensSession);
  }

  @Test
  void thePersonIsAskedOnStartAndMaySayNo() {
    assumeTrue(Terminal.isPossible(), "no tmux here");
    TestDevice anna = TestDevice.known(temporary, TestDevice.ANNA);
    try (LocalStreamProcess annas = anna.shell()) {
      annas.type("add_local_connection 127.0.0.1 " + port + " 3");
      annas.awaitListening();
      annas.type("exit");
      annas.endsWith(0);
    }
    try (Terminal terminal = Terminal.start(anna, temporary.resolve("one.tmux"))) {
      terminal.awaitScreen("restore the last saved session\\?.*" + port);
      terminal.type("no");
      terminal.type("status");
      terminal.awaitScreen("connections: 1 overall, 0 active");
      terminal.type("exit");
      terminal.awaitScreen("^ended with 0$");
    }
    try (Terminal terminal = Terminal.start(anna, temporary.resolve("two.tmux"))) {
      terminal.awaitScreen("restore the last saved session\\?.*" + port);
      terminal.type("yes");
      terminal.awaitScreen("listening on 127\\.0\\.0\\.1:" + port);
      terminal.type("exit");
      terminal.awaitScreen("^ended with 0$");
    }
  }
}
