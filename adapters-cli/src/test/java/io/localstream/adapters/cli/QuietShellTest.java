package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shell that was asked to be quiet. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class QuietShellTest {
  @TempDir private Path home;

  @Test
  void showsWhatAYesWouldAccept() throws Exception {
    CompletableFuture<ScriptedDevice> opened = new CompletableFuture<>();
    DeviceFactory devices =
        (_, contacts) -> {
          opened.complete(new ScriptedDevice(contacts, Duration.ZERO));
          return opened.join();
        };
    try (TypedTerminal terminal = new TypedTerminal()) {
      LocalStreamProgram program =
          new LocalStreamProgram(devices, Map.of(), () -> home, "1.2.3", terminal::streams);
      CompletableFuture<Integer> exit =
          CompletableFuture.supplyAsync(() -> program.run("--quiet", "--no-restore"));
      terminal.await("localstream> ");

      opened.get(30, TimeUnit.SECONDS).offer("report.pdf", "anna");

      terminal.await("anna offers report.pdf");
      terminal.await("localstream> ");
      terminal.enter("exit");
      assertThat(exit.get(30, TimeUnit.SECONDS)).isZero();
    }
  }
}
