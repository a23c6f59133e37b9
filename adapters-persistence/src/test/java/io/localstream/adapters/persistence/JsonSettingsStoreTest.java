package io.localstream.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.port.SettingsStore;
import io.localstream.domain.port.contract.SettingsStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSettingsStoreTest extends SettingsStoreContract {
  @TempDir private Path folder;

  @Override
  protected SettingsStore open() {
    return new JsonSettingsStore(TestHome.in(folder));
  }

  @Test
  void choosesTheHostNameOnce() {
    SettingsStore first = new JsonSettingsStore(TestHome.in(folder), () -> "laptop.example");
    SettingsStore renamedHost = new JsonSettingsStore(TestHome.in(folder), () -> "other");

    assertThat(first.deviceName()).isEqualTo(new DeviceName("laptop"));
    assertThat(renamedHost.deviceName()).isEqualTo(new DeviceName("laptop"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          laptop,          laptop
          laptop.local,    laptop
          'laptop\n',      laptop
          '',              LocalStream device
          '.local',        LocalStream device
          ' ',             LocalStream device
          γραφείο,         γραφείο
          """)
  void makesADeviceNameOfAHostName(String hostName, String expected) {
    assertThat(HostName.toDeviceName(hostName)).isEqualTo(new DeviceName(expected));
  }

  @Test
  void cutsALongHostNameAndRemovesWhatADeviceNameCannotHold() {
    assertThat(HostName.toDeviceName("\u001b[2J" + "x".repeat(100) + "\ud800").value())
        .isEqualTo("[2J" + "x".repeat(61));
    assertThat(HostName.toDeviceName("a\ud800b").value()).isEqualTo("ab");
  }

  @Test
  void findsAHostName() {
    assertThat(HostName.find()).isNotBlank();
  }
}
