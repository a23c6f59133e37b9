package io.localstream.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.contract.SampleDevices;
import io.localstream.domain.trust.PinnedDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home on a file system that is mounted for reading; needs root. */
class ReadOnlyHomeTest {
  private static final PinnedDevice DEVICE =
      PinnedDevice.at(SampleDevices.device(1), SampleDevices.NOW);

  @TempDir private Path folder;
  private final List<String> warnings = new ArrayList<>();
  private Path at;
  private boolean mounted;

  @BeforeEach
  void makeAHome() {
    at = new LocalStreamHome(folder.resolve("home"), warnings::add).open();
    new JsonTrustStore(home()).pin(DEVICE);
  }

  private LocalStreamHome home() {
    return new LocalStreamHome(at, warnings::add);
  }

  private void mountForReading() throws Exception {
    mounted = run("mount", "--bind", at.toString(), at.toString());
    assumeTrue(mounted, "only root can mount");
    assumeTrue(run("mount", "-o", "remount,bind,ro", at.toString()), "can't be mounted so");
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      run("umount", at.toString());
    }
  }

  @Test
  void isReadAsFarAsItIsThere() throws Exception {
    mountForReading();
    LocalStreamHome home = home();

    assertThat(new JsonTrustStore(home).all()).containsExactly(DEVICE);
    assertThat(new JsonSessionStore(home).all()).isEmpty();
    assertThat(new JsonReceiptStore(home).all()).isEmpty();
    assertThat(new JsonTransferLog(home).all()).isEmpty();
    assertThat(new JsonConnectionStore(home).all()).isEmpty();
    assertThat(new OwnerOnlySecretStore(home).read("identity.pem")).isEmpty();
    assertThat(new JsonSettingsStore(home, () -> "host").deviceName())
        .isEqualTo(new DeviceName("host"));
    assertThat(warnings).isEmpty();
  }

  @Test
  void whatChangesItSaysWhy() throws Exception {
    mountForReading();

    assertRefused(() -> new JsonTrustStore(home()).pin(DEVICE.revoke()));
    assertRefused(() -> new JsonSettingsStore(home()).announce(false));
    assertRefused(() -> new OwnerOnlySecretStore(home()).createIfAbsent("x", new byte[1]));
    assertThat(new JsonTrustStore(home()).all()).containsExactly(DEVICE);
  }

  private void assertRefused(Runnable change) {
    assertThatThrownBy(change::run)
        .asInstanceOf(type(LocalStreamException.class))
        .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.STORE_UNAVAILABLE))
        .satisfies(e -> assertThat(e).hasMessageContaining(" can only be read"));
  }

  @Test
  void whatIsDamagedIsToldAndNotCopied() throws Exception {
    Files.writeString(at.resolve("devices.json"), "damaged");
    mountForReading();

    assertThatThrownBy(() -> new JsonTrustStore(home()).all())
        .hasMessageContaining("devices.json is damaged (not JSON at line 1)");
  }
}
