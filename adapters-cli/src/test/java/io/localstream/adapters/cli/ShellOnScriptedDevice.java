package io.localstream.adapters.cli;

import io.localstream.application.usecase.KeepSessions;
import io.localstream.application.usecase.ListPossibleConnections.Standing;
import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.connection.SavedConnection;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The real program on a device without a network, for looking at it in a terminal. Listening on
 * 7001 brings a stranger 5 seconds later, on 7002 a peer and an offer, on 7003 both. A code is
 * guessed wrong once, and then typed by bert.
 */
final class ShellOnScriptedDevice {
  private static final Duration LATER = Duration.ofSeconds(5);

  private ShellOnScriptedDevice() {}

  public static void main(String[] arguments) throws Exception {
    Path home = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "scripted"));
    DeviceFactory devices =
        (_, contacts) -> {
          ScriptedDevice device = new ScriptedDevice(contacts, Duration.ofMillis(400));
          people(device);
          Thread.ofVirtual().start(() -> live(device));
          return device;
        };
    System.exit(
        new LocalStreamProgram(devices, Map.copyOf(System.getenv()), () -> home, "0.0.0")
            .run(arguments));
  }

  private static void people(ScriptedDevice device) {
    device.trust.pin("anna");
    device.network.announce("anna", Standing.KNOWN, Optional.of(7));
    device.network.announce("bert", Standing.NEW, Optional.empty());
    device.offersWhenConnected = Optional.of("report.pdf");
    device.kept.saved.add(new SavedConnection(Endpoint.of("192.168.1.7", 8080), new PeerLimit(1)));
    device.kept.kept.add(
        new KeepSessions.Kept(
            Samples.session("anna", Endpoint.of("192.168.1.9", 8080), Side.DIALLED), false));
    device.pairing.onceOpen(() -> {
      try {
        Thread.sleep(LATER);
        device.pairing.guess();
        Thread.sleep(LATER);
        device.pairing.type("bert");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
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
      device
          .contacts
          .prompt()
          .ask(Samples.trust("bert", "192.168.1.9:50123", true), Duration.ofSeconds(20));
    }
    device.join("bert", port);
    if (port != 7001) {
      device.offer("report.pdf", "bert");
    }
  }
}
