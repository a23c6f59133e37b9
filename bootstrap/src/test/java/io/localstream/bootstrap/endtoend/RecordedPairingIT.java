package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody gets who records a pairing, and what the records are good for. */
class RecordedPairingIT {
  private static final String CODE = "\\b(\\d+)-([a-z]+-[a-z]+-[a-z]+)\\b";

  @TempDir Path temporary;
  private final int port = TestDevice.freePort();
  private final Recorder recorder = new Recorder();

  @Test
  void holdNoWordOfTheCodeAndOpenNothingWhenTheyAreReplayed() throws IOException {
    TestDevice anna = TestDevice.stranger(temporary, TestDevice.ANNA);
    TestDevice ben = TestDevice.stranger(temporary, TestDevice.BEN);
    try (LocalStreamProcess annas = anna.shell();
        LocalStreamProcess bens = ben.shell();
        LocalStreamProcess carols = TestDevice.fresh(temporary, "carol").shell();
        TcpProxy between = new TcpProxy(port, recorder)) {
      annas.type("add_local_connection 127.0.0.1 " + port + " 3");
      annas.awaitListening();
      annas.type("pair --port " + port);
      var code = annas.awaitOut(CODE);
      bens.type("connect 127.0.0.1 " + between.port() + " --code " + code.group());
      bens.awaitOut("connected to " + TestDevice.ANNA);
      annas.awaitErr("paired with " + TestDevice.BEN);

      Map<TcpProxy.Stream, byte[]> recorded = recorder.recorded();
      assertThat(recorded).isNotEmpty();
      for (byte[] bytes : recorded.values()) {
        for (String word : List.of(code.group(2).split("-"))) {
          assertThat(Disclosure.contains(bytes, word.getBytes(StandardCharsets.UTF_8))).isFalse();
        }
      }

      annas.type("pair --port " + port);
      String second = annas.awaitOut("(?s)" + CODE + ".*\\b(?!\\1-\\2\\b)(" + CODE + ")").group(3);
      Arrays.stream(recorded.entrySet().toArray(Map.Entry[]::new))
          .map(entry -> (TcpProxy.Stream) entry.getKey())
          .filter(stream -> stream.direction() == TcpProxy.Direction.TO_LISTENER)
          .forEach(stream -> replay(recorded.get(stream)));
      // The new code is as good as before; and what is told of it comes after anything of the
      // above.
      carols.type("connect 127.0.0.1 " + port + " --code " + second);
      annas.awaitErr("paired with carol");
      assertThat(annas.err()).doesNotContain("wrong").doesNotContain("tries");
      annas.type("exit");
      annas.endsWith(0);
    }
  }

  /** Says all of it again, and waits until the listener has had enough. */
  private void replay(byte[] bytes) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(bytes);
      socket.shutdownOutput();
      byte[] answer = socket.getInputStream().readAllBytes();
      // A fresh ServerHello and what hangs on it; nothing of the old keys fits.
      assertThat(Disclosure.contains(answer, TestDevice.ANNA.getBytes(StandardCharsets.UTF_8)))
          .isFalse();
    } catch (IOException e) {
      // It was hung up on before all was said.
    }
  }
}
