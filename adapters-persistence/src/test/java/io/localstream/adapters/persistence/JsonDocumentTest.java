package io.localstream.adapters.persistence;

import static io.localstream.domain.port.contract.SampleDevices.NOW;
import static io.localstream.domain.port.contract.SampleDevices.device;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.trust.PinnedDevice;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {
  private static final PinnedDevice DEVICE = PinnedDevice.at(device(1), NOW);
  private static final PinnedDevice OTHER = PinnedDevice.at(device(2), NOW);

  @TempDir private Path folder;
  private final List<String> warnings = new ArrayList<>();
  private LocalStreamHome home;
  private Path file;
  private JsonTrustStore store;

  @BeforeEach
  void openStore() {
    home = new LocalStreamHome(folder.resolve("home"), warnings::add);
    file = home.open().resolve("devices.json");
    store = new JsonTrustStore(home);
  }

  private List<Path> copies() throws IOException {
    try (Stream<Path> files = Files.list(file.getParent())) {
      return files.filter(path -> path.toString().contains(".damaged-")).toList();
    }
  }

  private static AbstractObjectAssert<?, LocalStreamException> assertFails(
      FailureCode code, ThrowingCallable action) {
    return assertThatThrownBy(action)
        .asInstanceOf(type(LocalStreamException.class))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo(code))
        .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(1));
  }

  /** What a person sees who opens the file. */
  @Nested
  class Written {
    @Test
    void canBeReadByAPerson() throws IOException {
      store.pin(DEVICE);

      assertThat(Files.readString(file))
          .startsWith(
              """
              {
                "format" : "localstream/devices",
                "version" : 1,
                "devices" : [
                  {
                    "id" : "%s",
                    "name" : "Device 1",
              """
                  .formatted(DEVICE.device().id()));
    }

    @Test
    void belongsToItsOwnerAlone() throws IOException {
      store.pin(DEVICE);

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(warnings).isEmpty();
    }

    @Test
    void isWrittenToItsEndEvenUnderAnInterrupt() {
      Thread.currentThread().interrupt();
      try {
        store.pin(DEVICE);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
      } finally {
        Thread.interrupted();
      }
      assertThat(store.all()).containsExactly(DEVICE);
    }

    @Test
    void survivesWhatAKilledWriterLeft() throws IOException {
      Files.writeString(file.resolveSibling(".devices.json.new"), "{ half");

      store.pin(DEVICE);

      assertThat(store.all()).containsExactly(DEVICE);
    }
  }

  /** Files that an earlier or later LocalStream, or a person, wrote. */
  @Nested
  class FromElsewhere {
    @Test
    void ignoresFieldsThatItDoesNotKnow() throws IOException {
      store.pin(DEVICE);
      Files.writeString(
          file,
          Files.readString(file)
              .replace("\"version\" : 1", "\"version\" : 1, \"comment\" : {\"x\" : [1]}")
              .replace("\"revoked\"", "\"colour\" : null, \"revoked\""));

      assertThat(store.all()).containsExactly(DEVICE);
    }

    @Test
    void refusesANewerVersionAndLeavesItAlone() throws IOException {
      String newer = "{\"format\": \"localstream/devices\", \"version\": 2, \"peers\": {}}";
      Files.writeString(file, newer);

      assertFails(FailureCode.STORE_DAMAGED, store::all)
          .satisfies(failure -> assertThat(failure).hasMessageContaining("newer LocalStream"));
      assertFails(FailureCode.STORE_DAMAGED, () -> store.pin(DEVICE));

      assertThat(Files.readString(file)).isEqualTo(newer);
      assertThat(copies()).isEmpty();
    }

    @Test
    void closesAFileThatOthersCanRead() throws IOException {
      store.pin(DEVICE);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

      assertThat(store.all()).containsExactly(DEVICE);

      assertThat(warnings).singleElement().asString().contains("devices.json");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }

    @Test
    void refusesALink() throws IOException {
      Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "{}");
      Files.createSymbolicLink(file, elsewhere);

      assertFails(FailureCode.HOME_INSECURE, store::all);
      assertFails(FailureCode.HOME_INSECURE, () -> store.pin(DEVICE));
      assertThat(Files.readString(elsewhere)).isEqualTo("{}");
    }
  }

  /** What can't be read is kept, and nothing is written over it. */
  @Nested
  class Damaged {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "\0\0\0\0",
          "{",
          "[]",
          "null",
          "{}",
          "{\"format\": \"localstream/connections\", \"version\": 1, \"devices\": []}",
          "{\"format\": \"localstream/devices\", \"version\": 1, \"devices\": []} trailing",
          "{\"format\": \"localstream/devices\", \"version\": 1, \"version\": 1, \"devices\": []}",
          "{\"format\": \"localstream/devices\", \"version\": 0, \"devices\": []}",
          "{\"format\": \"localstream/devices\", \"version\": \"1\", \"devices\": []}",
          "{\"format\": \"localstream/devices\", \"version\": 1.5, \"devices\": []}",
          "{\"format\": \"localstream/devices\", \"version\": 99999999999, \"devices\": []}",
          "{\"format\": \"localstream/devices\", \"version\": 1}",
          "{\"format\": \"localstream/devices\", \"version\": 1, \"devices\": {}}"
        })
    void isRefusedAndKept(String content) throws IOException {
      Files.writeString(file, content);

      assertFails(FailureCode.STORE_DAMAGED, store::all)
          .satisfies(failure ->
              assertThat(failure)
                  .hasMessageContaining("devices.json")
                  .hasMessageContaining("move it away"));
      assertFails(FailureCode.STORE_DAMAGED, () -> store.pin(DEVICE));

      assertThat(Files.readString(file)).isEqualTo(content);
      assertThat(copies()).hasSize(1);
      assertThat(copies().getFirst()).hasContent(content);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"name\" : \"Device 1\" -> \"name\" : \"\"",
          "\"name\" : \"Device 1\" -> \"name\" : 1",
          "\"fingerprint\" : \" -> \"fingerprint\" : \"0",
          "\"signingKey\" : \"AQ -> \"signingKey\" : \"AA",
          "\"signingKey\" : \" -> \"signingKey\" : \"*",
          "\"mac\" : \"02: -> \"mac\" : \"",
          "\"pinnedAt\" : \"2026 -> \"pinnedAt\" : \"yesterday",
          "\"revoked\" : false -> \"revoked\" : \"false\"",
        })
    void leavesOutADeviceWithAValueThatTheDomainRefuses(String change) throws IOException {
      store.pin(DEVICE);
      store.pin(OTHER);
      String[] words = change.split(" -> ");
      String written = Files.readString(file);
      assertThat(written).contains(words[0]);
      int first = written.indexOf(words[0]);
      String damaged =
          written.substring(0, first) + words[1] + written.substring(first + words[0].length());
      Files.writeString(file, damaged);

      assertThat(store.all()).containsExactly(OTHER);
      assertThat(store.all()).containsExactly(OTHER);
      assertThat(warnings).singleElement().asString().contains("devices.json: devices[0]");
      assertFails(FailureCode.STORE_DAMAGED, () -> store.pin(DEVICE))
          .satisfies(failure -> assertThat(failure).hasMessageContaining("devices[0]"));
      store.pin(OTHER.revoke());
      store.forget(DEVICE.device().id());

      assertThat(store.all()).containsExactly(OTHER.revoke());
      assertThat(Files.readString(file))
          .isEqualTo(
              damaged.substring(0, damaged.lastIndexOf("false"))
                  + "true"
                  + damaged.substring(damaged.lastIndexOf("false") + 5));
    }

    @Test
    void rowsThatAreNoObjectsStayInTheirPlaces() throws IOException {
      store.pin(DEVICE);
      Files.writeString(
          file,
          Files.readString(file)
              .replace("\"devices\" : [", "\"devices\" : [ 1, null, [], \"\", {},"));

      store.pin(OTHER);

      assertThat(store.all()).containsExactly(DEVICE, OTHER);
      assertThat(warnings).hasSize(5);
      assertThat(Files.readString(file)).contains("1,").contains("null,").contains("[ ],");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "-1000000000-01-01T00:00:00Z",
          "+1000000000-12-31T23:59:59Z",
          "0000-01-01T00:00:00Z"
        })
    void aDateThatBreaksACalculationHidesOneDeviceAlone(String date) throws IOException {
      store.pin(DEVICE);
      store.pin(OTHER);
      Files.writeString(
          file,
          Files.readString(file)
              .replaceFirst("\"pinnedAt\" : \"[^\"]*", "\"pinnedAt\" : \"" + date));

      assertThat(store.all()).containsExactly(OTHER);
    }

    @Test
    void aRevokedDeviceThatCantBeReadIsNotMetAnew() throws IOException {
      store.pin(DEVICE.revoke());
      Files.writeString(
          file, Files.readString(file).replaceAll("\"revoked\" : true", "\"revoked\" : 1"));

      PinnedDevice otherIdentifier = PinnedDevice.at(device(7, 1, "Seven"), NOW);
      assertFails(FailureCode.STORE_DAMAGED, () -> store.pin(DEVICE));
      assertFails(FailureCode.STORE_DAMAGED, () -> store.pin(otherIdentifier));
    }

    @Test
    void aSmallFileThatWouldTakeAllMemoryIsRefused() throws IOException {
      String rows = "{},".repeat(1_200_000);
      Files.writeString(
          file,
          "{\"format\": \"localstream/devices\", \"version\": 1, \"devices\": [" + rows + "{}]}");

      assertFails(FailureCode.STORE_DAMAGED, store::all);
    }

    @Test
    void isCutOffAnywhere() throws IOException {
      store.pin(DEVICE);
      String whole = Files.readString(file).strip();
      for (int length = 0; length < whole.length(); length += 7) {
        Files.writeString(file, whole.substring(0, length));
        assertFails(FailureCode.STORE_DAMAGED, store::all);
      }
    }

    @Test
    void isKeptOnceForEachContentUnderTheMomentOfItsChange() throws IOException {
      Files.writeString(file, "first");
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
      assertFails(FailureCode.STORE_DAMAGED, store::all)
          .satisfies(failure ->
              assertThat(failure).hasMessageContaining("devices.json.damaged-20260102T030405Z"));
      assertFails(FailureCode.STORE_DAMAGED, store::all);
      assertThat(copies()).hasSize(1);

      Files.writeString(file, "second");
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
      assertFails(FailureCode.STORE_DAMAGED, store::all);
      assertFails(FailureCode.STORE_DAMAGED, store::all);
      assertThat(copies()).hasSize(2);
    }

    @Test
    void startsAnewOnceItIsMovedAway() throws IOException {
      Files.writeString(file, "damaged");
      assertFails(FailureCode.STORE_DAMAGED, store::all);

      Files.move(file, folder.resolve("away"));

      store.pin(DEVICE);
      assertThat(store.all()).containsExactly(DEVICE);
    }

    @Test
    void leavesTheOtherStoresAtWork() throws IOException {
      Files.writeString(file, "damaged");
      assertFails(FailureCode.STORE_DAMAGED, store::all);
      JsonSettingsStore settings = new JsonSettingsStore(home);

      settings.rename(new DeviceName("works"));

      assertThat(settings.deviceName()).isEqualTo(new DeviceName("works"));
      assertThat(new JsonSessionStore(home).all()).isEmpty();
    }

    @Test
    void isRefusedWhenItIsTooLargeToBeRead() throws IOException {
      try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
        sparse.setLength(57 << 20);
      }
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

      assertFails(FailureCode.STORE_DAMAGED, store::all);
      assertThat(copies()).isEmpty();
    }

    @Test
    void nestsTooDeeply() throws IOException {
      Files.writeString(file, "[".repeat(100_000));

      assertFails(FailureCode.STORE_DAMAGED, store::all);
    }
  }
}
