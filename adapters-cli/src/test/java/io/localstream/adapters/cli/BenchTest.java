package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.application.usecase.OpenConnection;
import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.speed.DeviceSpeed;
import io.localstream.domain.speed.DiskSpeed;
import io.localstream.domain.transfer.FileReference;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The command bench: what it does with what was typed, and what it says. */
class BenchTest {
  private final ProgramRig rig = new ProgramRig();

  private void devices(Consumer<ScriptedDevice> prepare) {
    rig.factory =
        (_, contacts) -> {
          ScriptedDevice device = new ScriptedDevice(contacts, Duration.ZERO);
          prepare.accept(device);
          rig.devices.add(device);
          return device;
        };
  }

  @Test
  void measuresThisDeviceAndSaysWhatLimitsIt() {
    assertThat(rig.run("bench")).isZero();

    assertThat(rig.out())
        .containsExactly(
            "THIS DEVICE           SPEED",
            "encrypting, one core  2.9 GB/s",
            "decrypting, one core  2.8 GB/s",
            "reading from disk     1.2 GB/s",
            "writing to disk       410.0 MB/s",
            "It can send at most about 1.2 GB/s: its disk reads more slowly than it encrypts",
            "It can receive at most about 410.0 MB/s: its disk writes more slowly than it"
                + " decrypts");
    assertThat(rig.err()).containsExactly("measuring this device, which takes some seconds");
    assertThat(rig.device().commands).containsExactly(new FileReference("."));
  }

  @Test
  void measuresTheDiskOfAnotherFolder() {
    assertThat(rig.run("bench", "--in", "/mnt/stick", "--quiet")).isZero();
    assertThat(rig.device().commands).containsExactly(new FileReference("/mnt/stick"));
    assertThat(rig.err()).isEmpty();

    assertThat(rig.run("bench", "--in", "missing")).isEqualTo(5);
    assertThat(rig.err())
        .last()
        .isEqualTo("localstream: there is no folder missing; check its spelling");
  }

  @Test
  void saysWhereACipherIsSlowerAndWhereADiskCannotBeRead() {
    devices(device ->
        device.speed.own =
            new DeviceSpeed(
                ScriptedSpeed.megabytes(75),
                ScriptedSpeed.megabytes(450),
                Optional.of(
                    new DiskSpeed(
                        ScriptedSpeed.megabytes(410), ScriptedSpeed.megabytes(9_000), true))));

    assertThat(rig.run("bench")).isZero();
    assertThat(rig.out())
        .contains(
            "reading from disk     9.0 GB/s (from memory)",
            "It can send at most about 75.0 MB/s: it encrypts more slowly than its disk reads",
            "It can receive at most about 410.0 MB/s: its disk and its cipher are about as fast as"
                + " each other");
  }

  @Test
  void dialsAnotherDeviceAndNamesTheBottleneckOfBothWays() {
    assertThat(rig.run("bench", "192.168.1.9:7117", "--yes")).isZero();

    assertThat(rig.device().commands)
        .containsExactly(
            ConnectToPeer.Command.to(Endpoint.of("192.168.1.9", 7117)), new FileReference("."));
    assertThat(rig.out())
        .containsExactly(
            "STEP                  FROM HERE TO anna       FROM anna TO HERE",
            "reading from disk     1.2 GB/s                85.0 MB/s",
            "encrypting, one core  2.9 GB/s                2.9 GB/s",
            "network alone         117.6 MB/s, 941 Mbit/s  40.0 MB/s, 320 Mbit/s",
            "decrypting, one core  2.8 GB/s                2.8 GB/s",
            "writing to disk       2.0 GB/s                410.0 MB/s",
            "all together          115.0 MB/s              39.0 MB/s",
            "A message and its answer take 0.4 ms.",
            "Sending to anna: the network is the bottleneck: 941 Mbit/s is what a 1 Gbit/s network"
                + " gives. Only a faster one would help.",
            "Receiving from anna: the network is the bottleneck: 320 Mbit/s. Where it is wireless,"
                + " a cable or a place nearer to the router would help; where it is a cable, look"
                + " for a worn one or a slow switch.");
    assertThat(rig.err())
        .endsWith(
            "waiting until the person at anna agrees",
            "measuring cipher and disk of both devices",
            "measuring the network to anna",
            "measuring the network from anna",
            "measuring everything together, both ways");
  }

  @Test
  void namesADiskOnEitherSide() {
    devices(device -> {
      device.speed.there = ScriptedSpeed.way(1_120, 390);
      device.speed.own = ScriptedSpeed.device(400, 30);
      device.speed.back = ScriptedSpeed.way(1_120, 29);
    });

    assertThat(rig.run("bench", "192.168.1.9:7117", "--yes")).isZero();

    assertThat(rig.out())
        .contains(
            "Sending to anna: this device's disk is the bottleneck: it reads 400.0 MB/s. A faster"
                + " disk there, or a folder on one, would help.",
            "Receiving from anna: this device's disk is the bottleneck: it writes 30.0 MB/s. A"
                + " faster disk there, or a folder on one, would help.");
  }

  @Test
  void namesTheOtherDevicesDiskAndSeveralAndNone() {
    devices(device -> {
      device.speed.own = ScriptedSpeed.device(2_000, 2_000);
      device.speed.there = ScriptedSpeed.way(1_120, 600);
      device.speed.peer = ScriptedSpeed.device(100, 2_000);
      device.speed.back = ScriptedSpeed.way(117.6, 95);
    });

    assertThat(rig.run("bench", "192.168.1.9:7117", "--yes")).isZero();

    assertThat(rig.out())
        .contains(
            "Sending to anna: no single part is the bottleneck. The slowest by itself is the"
                + " network at 1.1 GB/s; together they have to share processors and memory.",
            "Receiving from anna: anna's disk (reading) and the network are about as slow as"
                + " each other, at 100.0 MB/s; it gets faster only where each of them does.");
  }

  @Test
  void findsAKnownDeviceByItsName() {
    devices(device -> device.trust.pin("anna"));

    assertThat(rig.run("bench", "anna", "--wait", "2s")).isZero();

    assertThat(rig.err()).first().isEqualTo("looking for anna for 2.0 s");
    assertThat(rig.out()).first().asString().contains("FROM HERE TO anna");
  }

  @Test
  void listensForOneMeasurement() {
    assertThat(rig.run("bench", "--port", "7117", "--host", "127.0.0.1", "--in", "in", "--yes"))
        .isZero();

    assertThat(rig.device().commands)
        .containsExactly(
            new OpenConnection.Command(
                Optional.of(new HostAddress("127.0.0.1")), 7117, new PeerLimit(1), false),
            new FileReference("in"));
    assertThat(rig.out()).containsExactly("measured with anna, which shows the result");
    assertThat(rig.err())
        .contains(
            "listening on 127.0.0.1:7117 (lo), at most 1 peer",
            "waiting until Ctrl-C for the other side: localstream bench 127.0.0.1:7117",
            "anna asks to measure how fast it goes between the two devices. It takes about 20"
                + " seconds and up to 251.0 MB in in, removed at the end.");
  }

  @Test
  void isRefusedWhereNobodySaysYes() {
    assertThat(rig.run("bench", "--port", "7117")).isEqualTo(4);
    assertThat(rig.out()).isEmpty();
    assertThat(rig.err())
        .contains(
            "nobody is here to ask whether anna may measure the speed, so it is refused; --yes"
                + " accepts without asking")
        .last()
        .isEqualTo("localstream: nobody said whether anna may measure the speed (--yes lets it)");
  }

  @Test
  void refusesWhatCannotBeMeant() {
    assertThat(rig.run("bench", "anna", "--port", "7117")).isEqualTo(2);
    assertThat(rig.run("bench", "--host", "127.0.0.1")).isEqualTo(2);
    assertThat(rig.run("bench", "--wait", "3")).isEqualTo(2);
    assertThat(rig.run("bench", "anna:99999")).isEqualTo(2);
    assertThat(rig.devices).isEmpty();
  }

  @Test
  void measuresAPeerOfTheShellThatIsConnectedAlready() {
    String script =
        """
        connect 192.168.1.9 8080 --yes
        bench anna
        bench 192.168.1.9:8080 --in there
        """;

    assertThat(rig.runWithInput(script)).isZero();

    assertThat(rig.device().commands)
        .filteredOn(ConnectToPeer.Command.class::isInstance)
        .hasSize(1);
    assertThat(rig.device().commands).endsWith(new FileReference("."), new FileReference("there"));
  }
}
