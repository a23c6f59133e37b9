package io.localstream.adapters.cli;

import io.localstream.domain.failure.LocalStreamException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The real program on a device without a network, for looking at it in a terminal. Listening on
 * 7001 brings a stranger 5 seconds later, on 7002 a peer and an offer, on 7003 both.
 */
final class ShellOnScriptedDevice {
  private static final Duration LATER = Duration.ofSeconds(5);

  private ShellOnScriptedDevice() {}

  public static void main(String[] arguments) throws Exception {
    Path home = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "scripted"));
    DeviceFactory devices =
        (_, prompt, observer, _) -> {
          ScriptedDevice device = new ScriptedDevice(prompt, observer, Duration.ofMillis(400));
          Thread.ofVirtual().start(() -> live(device));
          return device;
        };
    System.exit(
        new LocalStreamProgram(devices, Map.copyOf(System.getenv()), () -> home, "0.0.0")
            .run(arguments));
  }

  private static void live(ScriptedDevice device) {
    try {
      while (!device.closed) {
        Thread.sleep(100);
        for (int port : List.of(7001, 7002, 7003)) {
          if (device.connections.stream().anyMatch(one -> one.endpoint().port() == port)
              && device.sessions.stream().noneMatch(one -> one.connection().port() == port)) {
            Thread.sleep(LATER);
            visit(device, port);
          }
        }
      }
    } catch (InterruptedException | LocalStreamException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void visit(ScriptedDevice device, int port) throws InterruptedException {
    if (port != 7002) {
      device.prompt.ask(Samples.trust("bert", "192.168.1.9:50123", true), Duration.ofSeconds(20));
    }
    device.join("bert", port);
    if (port != 7001) {
      device.offer("report.pdf", "bert");
    }
  }
}
