package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.application.usecase.OpenConnection;
import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The commands for scripts. */
class OneShotTest {
  private final ProgramRig rig = new ProgramRig();

  @Test
  void sendDialsAndSends() {
    assertThat(rig.run("send", "/tmp/report.pdf", "--to", "192.168.1.9:8080", "--yes")).isZero();
    assertThat(rig.device().commands)
        .first()
        .isEqualTo(ConnectToPeer.Command.to(Endpoint.of("192.168.1.9", 8080)));
    assertThat(rig.out())
        .singleElement()
        .asString()
        .startsWith("sent report.pdf (12.3 MB) to anna");
  }

  @Test
  void sendDialsOnceUnlessToldToWait() {
    assertThat(rig.run("send", "x", "--to", "192.168.1.9:1")).isEqualTo(3);
    assertThat(rig.device().commands).hasSize(1);

    assertThat(rig.run("send", "x", "--to", "192.168.1.9:1", "--wait", "1s")).isEqualTo(3);
    assertThat(rig.device().commands).hasSizeGreaterThan(1);
    assertThat(rig.err())
        .containsOnlyOnce("nobody at 192.168.1.9:1 yet, trying again")
        .last()
        .isEqualTo("localstream: nobody listens at 192.168.1.9:1; is the other side ready?");
  }

  @Test
  void sendListensForOneReceiverWithoutRememberingIt() {
    rig.factory =
        (_, contacts) -> {
          ScriptedDevice device =
              new ScriptedDevice(contacts, Duration.ZERO) {
                @Override
                public OpenConnection openConnection() {
                  return command -> {
                    var connection = super.openConnection().open(command);
                    join("anna", connection.endpoint().port());
                    return connection;
                  };
                }
              };
          rig.devices.add(device);
          return device;
        };

    assertThat(rig.run("send", "report.pdf", "--port", "8080", "--host", "127.0.0.1")).isZero();
    assertThat(rig.device().commands)
        .first()
        .isEqualTo(
            new OpenConnection.Command(
                Optional.of(new HostAddress("127.0.0.1")), 8080, new PeerLimit(1), false));
    assertThat(rig.err())
        .contains(
            "listening on 127.0.0.1:8080 (lo), at most 1 peer",
            "waiting until Ctrl-C for the other side: localstream receive DEST --from"
                + " 127.0.0.1:8080");
    assertThat(rig.out()).hasSize(1);
  }

  @Test
  void receiveDialsAndTakesTheOffer() {
    rig.factory =
        (_, contacts) -> {
          ScriptedDevice device = new ScriptedDevice(contacts, Duration.ZERO);
          device.offer("report.pdf", "anna");
          rig.devices.add(device);
          return device;
        };

    assertThat(rig.run("receive", "/tmp/here", "--from", "192.168.1.9:8080", "-y", "-q")).isZero();
    assertThat(rig.out()).containsExactly("/tmp/here");
  }

  @Test
  void receiveGivesUpWhenNobodyOffersInTime() {
    assertThat(rig.run("receive", "x", "--port", "8080", "--wait", "0")).isEqualTo(3);
    assertThat(rig.err())
        .last()
        .isEqualTo("localstream: nobody is connected on port 8080, so no file was offered in time");
  }

  @Test
  void receiveEndsWhenTheSenderLeavesWithoutAnOffer() {
    rig.factory =
        (_, contacts) -> {
          ScriptedDevice device = new ScriptedDevice(contacts, Duration.ZERO);
          rig.devices.add(device);
          device.forgetsSessions = true;
          return device;
        };

    assertThat(rig.run("receive", "x", "--from", "192.168.1.9:8080", "-y")).isEqualTo(3);
    assertThat(rig.err()).last().asString().contains("anna left without offering a file");
  }

  @Test
  void statusAndPossibleConnectionsWorkWithoutTheShell() {
    assertThat(rig.run("status")).isZero();
    assertThat(rig.out()).contains("connections: 0 overall, 0 active, 0 inactive");

    assertThat(rig.run("possible-connections")).isZero();
    assertThat(rig.out())
        .containsExactly(
            "this device can be reached at:",
            "  INTERFACE  ADDRESS      MAC                NOTE",
            "  eth0       192.168.1.7  02:42:ac:11:00:02  default route",
            "  lo         127.0.0.1    -                  loopback, this machine only",
            "devices that announce themselves (a hint: only a connection shows who it is):",
            "  none",
            "neighbours that the system knows:",
            "  HOST IP      HOST MAC           INTERFACE",
            "  192.168.1.1  02:42:ac:11:00:01  eth0");
  }
}
