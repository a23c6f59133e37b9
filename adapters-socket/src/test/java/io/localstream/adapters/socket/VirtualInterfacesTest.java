package io.localstream.adapters.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualInterfacesTest {
  @TempDir private Path system;
  private VirtualInterfaces interfaces;

  @BeforeEach
  void listen() {
    interfaces = new VirtualInterfaces(system);
  }

  private void exists(String path) throws IOException {
    Files.createDirectories(system.resolve(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker0",
        "br-0123456789ab",
        "virbr0",
        "vmnet8",
        "vboxnet0",
        "podman1",
        "bridge100",
        "tun0",
        "tap3",
        "wg0",
        "utun4",
        "tailscale0",
        "ppp0",
        "vEthernet (WSL)",
        "awdl0"
      })
  void knowsTheUsualNames(String name) {
    assertThat(interfaces.isVirtual(name, false)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"eth0", "wlan0", "enp0s31f6", "va", "wire", "br-lan", "br0", "en0"})
  void takesOthersForTheLocalNetwork(String name) {
    assertThat(interfaces.isVirtual(name, false)).isFalse();
  }

  @Test
  void knowsABridgeAndATunnelByWhatLinuxTells() throws IOException {
    exists("containers/bridge");
    exists("containers/brif/veth1");
    exists("office/tun_flags");

    assertThat(interfaces.isVirtual("containers", false)).isTrue();
    assertThat(interfaces.isVirtual("office", false)).isTrue();
  }

  @Test
  void aBridgeOfTheNetworkCardIsTheWayToTheLocalNetwork() throws IOException {
    exists("br0/bridge");
    exists("br0/brif/eth0");
    exists("eth0/device");

    assertThat(interfaces.isVirtual("br0", false)).isFalse();
  }

  @Test
  void aBridgeWithTheDefaultRouteIsTheWayToTheLocalNetwork() throws IOException {
    exists("br0/bridge");

    assertThat(interfaces.isVirtual("br0", true)).isFalse();
    assertThat(interfaces.isVirtual("wg0", true)).isTrue();
  }
}
