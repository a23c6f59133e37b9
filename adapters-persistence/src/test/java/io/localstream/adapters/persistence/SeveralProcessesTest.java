package io.localstream.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.contract.SampleDevices;
import io.localstream.domain.trust.PinnedDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What several real processes do to one home at the same time. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SeveralProcessesTest {
  private static final int PROCESSES = 6;
  private static final int CHANGES = 50;

  @TempDir private Path folder;

  @Test
  void losesNoChange() throws Exception {
    List<Process> writers = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      writers.add(JavaProcess.start(PinDevices.class, folder, i * CHANGES, CHANGES));
    }

    for (Process writer : writers) {
      assertThat(JavaProcess.await(writer)).isZero();
    }

    assertThat(store().all())
        .extracting(pinned -> pinned.device().id())
        .containsExactlyInAnyOrderElementsOf(ids(0, PROCESSES * CHANGES));
    assertThat(homeFiles()).containsExactlyInAnyOrder("devices.json", ".devices.json.lock");
  }

  @Test
  void noProcessChangesAnythingWhileAnotherDecides() throws Exception {
    store().pin(PinnedDevice.at(SampleDevices.device(1), SampleDevices.NOW));
    List<Process> writers = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      writers.add(JavaProcess.start(CountOnADevice.class, folder, CHANGES));
    }

    for (Process writer : writers) {
      assertThat(JavaProcess.await(writer)).isZero();
    }

    assertThat(store().all())
        .singleElement()
        .extracting(PinnedDevice::pinnedAt)
        .isEqualTo(SampleDevices.NOW.plusSeconds(PROCESSES * CHANGES));
  }

  private static List<DeviceId> ids(int first, int end) {
    return IntStream.range(first, end).mapToObj(SampleDevices::id).toList();
  }

  @Test
  void isWholeWheneverAWriterIsKilled() throws Exception {
    Random random = new Random();
    JsonTrustStore store = store();
    int seen = 0;
    for (int round = 0; round < PROCESSES; round++) {
      Process writer = JavaProcess.start(PinDevices.class, folder, round * 100_000, 100_000);
      int killAt = seen + 1 + random.nextInt(30);
      while (seen < killAt) {
        assertThat(writer.isAlive()).isTrue();
        requireWhole();
        seen = store.all().size();
      }
      writer.destroyForcibly();
      JavaProcess.await(writer);

      requireWhole();
      List<PinnedDevice> kept = store.all();
      assertThat(kept).hasSizeGreaterThanOrEqualTo(seen);
      seen = kept.size();
    }
    store.pin(PinnedDevice.at(SampleDevices.device(99_999), SampleDevices.NOW));
    assertThat(store.all()).hasSize(seen + 1);
    assertThat(homeFiles()).noneMatch(name -> name.contains("damaged"));
  }

  /** Looks at the file itself, because the store would look again under the lock. */
  private void requireWhole() throws IOException {
    Path file = folder.resolve("home/devices.json");
    if (Files.exists(file)) {
      assertThat(Files.readString(file)).startsWith("{").endsWith("}");
    }
  }

  @Test
  void agreesOnEachSecret() throws Exception {
    List<Process> creators = new ArrayList<>();
    for (int i = 1; i <= PROCESSES; i++) {
      creators.add(JavaProcess.start(CreateSecrets.class, folder, i));
    }
    for (Process creator : creators) {
      assertThat(creator.inputReader().readLine()).isEqualTo("ready");
    }
    for (Process creator : creators) {
      creator.getOutputStream().close();
    }
    List<String> seen = new ArrayList<>();
    for (Process creator : creators) {
      seen.add(creator.inputReader().readLine());
      assertThat(JavaProcess.await(creator)).isZero();
    }

    assertThat(seen.getFirst()).hasSize(CreateSecrets.COUNT);
    assertThat(seen).containsOnly(seen.getFirst());
    OwnerOnlySecretStore store = new OwnerOnlySecretStore(TestHome.in(folder));
    for (int number = 0; number < CreateSecrets.COUNT; number++) {
      byte creator = Byte.parseByte(seen.getFirst().substring(number, number + 1));
      assertThat(store.read("shared-" + number).orElseThrow())
          .hasSize(CreateSecrets.BYTES)
          .containsOnly(creator);
    }
  }

  @Test
  void givesUpWhenAnotherProcessHoldsTheLock() throws Exception {
    LocalStreamHome home = TestHome.impatientIn(folder);
    Path lock = home.open().resolve(".devices.json.lock");
    Process holder = JavaProcess.start(HoldLock.class, lock);
    assertThat(holder.inputReader().readLine()).isEqualTo("held");
    PinnedDevice device = PinnedDevice.at(SampleDevices.device(1), SampleDevices.NOW);

    assertThatThrownBy(() -> new JsonTrustStore(home).pin(device))
        .asInstanceOf(type(LocalStreamException.class))
        .extracting(LocalStreamException::code)
        .isEqualTo(FailureCode.STORE_UNAVAILABLE);
    assertThat(new JsonTrustStore(home).all()).isEmpty();

    holder.getOutputStream().close();
    assertThat(JavaProcess.await(holder)).isZero();
    new JsonTrustStore(home).pin(device);
    assertThat(new JsonTrustStore(home).all()).containsExactly(device);
  }

  private JsonTrustStore store() {
    return new JsonTrustStore(TestHome.crowdedIn(folder));
  }

  private List<String> homeFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("home"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
