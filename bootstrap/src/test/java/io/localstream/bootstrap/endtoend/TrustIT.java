package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is trusted, and what the home of a device keeps of it. */
class TrustIT {
  private static final Pattern FINGERPRINT = Pattern.compile("(?:[0-9a-f]{4}\\s+){15}[0-9a-f]{4}");
  private static final Pattern PINNED = Pattern.compile("\"fingerprint\" : \"([0-9a-f]{64})\"");

  @TempDir Path temporary;
  private final String port = Integer.toString(TestDevice.freePort());

  private LocalStreamProcess sender(TestDevice device, String... options) {
    Sample.write(device.folder().resolve("file.bin"), 10_000);
    return device
        .start(with(options, "send", "file.bin", "--port", port, "--host", "127.0.0.1"))
        .awaitListening();
  }

  private LocalStreamProcess receiver(TestDevice device, String... options) {
    String endpoint = "127.0.0.1:" + port;
    return device.start(with(options, "receive", ".", "--from", endpoint, "--wait", "60"));
  }

  private static String[] with(String[] options, String... command) {
    List<String> all = new java.util.ArrayList<>(List.of(command));
    all.addAll(List.of(options));
    return all.toArray(String[]::new);
  }

  private static void assertRefused(LocalStreamProcess process) {
    assertThat(process.exitCode()).as(process::toString).isEqualTo(4);
    process.assertNoNoise();
    assertThat(process.out()).isEmpty();
    assertThat(process.err().lines().filter(line -> line.startsWith("localstream: ")))
        .as(process::toString)
        .hasSize(1);
  }

  /** Whoever listens waits for another peer: no stranger can end that. */
  private static void assertGoesOnWaiting(LocalStreamProcess listener, String told) {
    assertThat(listener.awaitErr("refused .*").group()).contains(told);
    assertThat(listener.isAlive()).isTrue();
    listener.assertNoNoise();
  }

  /** A device of its own identity, which costs time to make. */
  private TestDevice stranger() {
    return TestDevice.fresh(temporary, "stranger");
  }

  @Test
  void aStrangerIsRefusedWhereNobodyCanBeAsked() {
    TestDevice ben = stranger();
    try (LocalStreamProcess sender = sender(TestDevice.known(temporary, TestDevice.ANNA));
        LocalStreamProcess receiver = receiver(ben)) {
      assertRefused(receiver);
      assertGoesOnWaiting(sender, "stranger");
    }
    assertThat(ben.files()).isEmpty();
    assertThat(ben.home().resolve("devices.json")).doesNotExist();
  }

  @Test
  void whoWasTrustedOnceIsTrustedAgain() {
    TestDevice anna = TestDevice.known(temporary, TestDevice.ANNA);
    TestDevice ben = stranger();
    try (LocalStreamProcess sender = sender(anna, "--yes");
        LocalStreamProcess receiver = receiver(ben, "--yes")) {
      receiver.endsWith(0);
      sender.endsWith(0);
      assertThat(FINGERPRINT.matcher(receiver.err()).results()).hasSize(2);
      assertThat(FINGERPRINT.matcher(sender.err()).results()).hasSize(2);
    }
    // The sender needs no yes any more; what arrives does.
    try (LocalStreamProcess sender = sender(anna);
        LocalStreamProcess receiver = receiver(ben, "--rename")) {
      assertRefused(receiver);
      assertRefused(sender);
      assertThat(receiver.err()).contains("--yes").doesNotContain("fingerprint");
    }
    assertThat(ben.files()).containsExactly("file.bin");
    try (LocalStreamProcess sender = sender(anna);
        LocalStreamProcess receiver = receiver(ben, "--yes", "--rename")) {
      receiver.endsWith(0);
      sender.endsWith(0);
    }
    assertThat(ben.files()).containsExactly("file (1).bin", "file.bin");
  }

  @Test
  void aChangedKeyIsRefusedEvenWithYes() throws IOException {
    TestDevice anna = TestDevice.known(temporary, TestDevice.ANNA);
    TestDevice ben = TestDevice.known(temporary, TestDevice.BEN);
    Path devices = ben.home().resolve("devices.json");
    TestDevice other = stranger();
    String annas = pinned(devices);
    // A device that has anna's identifier, and the keys of somebody else.
    replaceKeys(devices, other);
    String others = pinned(devices);
    try (LocalStreamProcess sender = sender(anna, "--yes");
        LocalStreamProcess receiver = receiver(ben, "--yes")) {
      assertRefused(receiver);
      assertGoesOnWaiting(sender, "another key");
      String shown = receiver.err().replaceAll("\\s", "");
      assertThat(shown).contains(annas, others);
    }
    assertThat(ben.files()).isEmpty();
    assertThat(pinned(devices)).isEqualTo(others);
  }

  private static String pinned(Path devices) throws IOException {
    Matcher matcher = PINNED.matcher(Files.readString(devices));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  /** As if the device of that identifier had been met with other keys. */
  private void replaceKeys(Path devices, TestDevice other) throws IOException {
    TestDevice third = TestDevice.known(temporary.resolve("met"), TestDevice.ANNA);
    try (LocalStreamProcess sender = sender(third, "--yes");
        LocalStreamProcess receiver = receiver(other, "--yes")) {
      receiver.endsWith(0);
      sender.endsWith(0);
    }
    String met = Files.readString(third.home().resolve("devices.json"));
    String own = Files.readString(devices);
    for (String field : List.of("fingerprint", "signingKey", "wrappingKey")) {
      Pattern value = Pattern.compile("\"" + field + "\" : \"[^\"]*\"");
      Matcher replacement = value.matcher(met.substring(met.lastIndexOf("\"id\"")));
      assertThat(replacement.find()).isTrue();
      own = value.matcher(own).replaceFirst(Matcher.quoteReplacement(replacement.group()));
    }
    Files.writeString(devices, own);
  }

  @Test
  void aDamagedFileIsNamedAndKept() throws IOException {
    TestDevice ben = TestDevice.known(temporary, TestDevice.BEN);
    String damaged = Files.readString(ben.home().resolve("devices.json")).substring(0, 100);
    Files.writeString(ben.home().resolve("devices.json"), damaged);
    try (LocalStreamProcess sender = sender(TestDevice.known(temporary, TestDevice.ANNA), "--yes");
        LocalStreamProcess receiver = receiver(ben, "--yes")) {
      assertThat(receiver.exitCode()).as(receiver::toString).isEqualTo(5);
      receiver.assertNoNoise();
      assertThat(receiver.err().lines().filter(line -> line.startsWith("localstream: ")))
          .singleElement()
          .asString()
          .contains("devices.json", "damaged");
      assertThat(sender.awaitErr("refused .*").group()).contains(TestDevice.BEN);
    }
    assertThat(ben.home().toFile().listFiles())
        .filteredOn(file -> file.getName().contains("damaged"))
        .singleElement()
        .satisfies(copy -> assertThat(copy).hasContent(damaged));
    assertThat(ben.files()).isEmpty();
  }

  @Test
  void aHomeThatOthersCanReadIsMendedAndTold() throws IOException {
    TestDevice ben = TestDevice.known(temporary, TestDevice.BEN);
    Path secret = ben.home().resolve("secrets/identity.pem");
    Files.setPosixFilePermissions(ben.home(), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
    try (LocalStreamProcess status = ben.start("status")) {
      assertThat(status.exitCode()).as(status::toString).isZero();
      assertThat(status.err()).contains("other users", ben.home().toString());
    }
    assertThat(Files.getPosixFilePermissions(ben.home()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(Files.getPosixFilePermissions(secret))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (LocalStreamProcess status = ben.start("status")) {
      status.endsWith(0);
      assertThat(status.err()).isEmpty();
    }
  }
}
