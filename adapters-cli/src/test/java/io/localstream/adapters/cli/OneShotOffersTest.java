package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Offers that come while a command runs that takes none. */
class OneShotOffersTest {
  @Test
  void areNotAnnouncedWhereNobodyCouldAnswer() {
    ProgramRig rig = new ProgramRig();
    rig.factory =
        (_, contacts) -> {
          ScriptedDevice device = new ScriptedDevice(contacts, Duration.ZERO);
          device.offersWhenConnected = Optional.of("report.pdf");
          rig.devices.add(device);
          return device;
        };

    assertThat(rig.run("send", "x", "--to", "192.168.1.9:7117", "--yes")).isZero();

    assertThat(rig.err()).noneMatch(line -> line.contains("offers"));
  }
}
