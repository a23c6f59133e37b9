package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people with a code, and one who would like to know it, on a network of their own. */
class PairingIT {
  private static final String CODE = "code: ((\\d+)-[a-z]+-[a-z]+-[a-z]+)";
  private static final String PORT = "7117";
  private static final String WRONG = "-emerald-pueblo-aardvark";

  @TempDir Path temporary;
  private Lan lan;
  private TestDevice anna;
  private TestDevice ben;
  private Path source;

  @BeforeEach
  void build() {
    assumeTrue(Namespace.arePossible("PairingIT"), "no network namespaces here");
    lan = new Lan("anna", "ben", "mallory");
    anna = lan.on("anna", TestDevice.stranger(temporary, TestDevice.ANNA).announcing());
    ben = lan.on("ben", TestDevice.stranger(temporary, TestDevice.BEN).announcing());
    source = Sample.write(anna.folder().resolve("for ben.bin"), 300_000);
  }

  @AfterEach
  void clear() {
    if (lan != null) {
      lan.close();
    }
  }

  private LocalStreamProcess sender(String... options) {
    return anna.start(
        Stream.concat(Stream.of("send", "for ben.bin"), Stream.of(options)).toArray(String[]::new));
  }

  private static String code(LocalStreamProcess sender) {
    return sender.awaitErr(CODE).group(1);
  }

  private static String number(LocalStreamProcess sender) {
    return sender.awaitErr(CODE).group(2);
  }

  private LocalStreamProcess receiver(TestDevice device, String code, String... options) {
    Path file = Attacker.write(temporary.resolve(UUID.randomUUID() + ".code"), code);
    return device.start(
        Stream.concat(Stream.of("receive", "--code-file", file.toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  private TestDevice mallory() {
    return lan.on("mallory", TestDevice.fresh(temporary, "mallory").announcing());
  }

  private void assertNothingArrived(TestDevice device) {
    assertThat(device.files()).isEmpty();
    assertThat(device.home().resolve("devices.json")).doesNotExist();
  }

  private void assertRefused(LocalStreamProcess process) {
    assertThat(process.exitCode()).as(process::toString).isEqualTo(4);
    process.assertNoNoise();
    assertThat(process.out()).isEmpty();
  }

  @Test
  void twoCommandsSendAFileWithNoAddressAndNoQuestion() throws IOException {
    try (LocalStreamProcess sender = sender()) {
      String code = code(sender);
      try (LocalStreamProcess receiver = receiver(ben, code)) {
        receiver.endsWith(0);
        sender.endsWith(0);
        assertThat(receiver.err() + sender.err()).doesNotContain("[yes/no]");
        assertThat(receiver.err() + receiver.out()).doesNotContain(code);
      }
      assertKeptNowhere(code);
    }
    assertThat(ben.folder().resolve("for ben.bin")).hasSameBinaryContentAs(source);
    assertThat(Files.readString(anna.home().resolve("devices.json"))).contains(TestDevice.BEN);
    assertThat(Files.readString(ben.home().resolve("devices.json"))).contains(TestDevice.ANNA);
  }

  /** No file of either device holds the code or its words. */
  private void assertKeptNowhere(String code) throws IOException {
    String words = code.substring(code.indexOf('-') + 1);
    for (TestDevice device : List.of(anna, ben)) {
      try (Stream<Path> files = Files.walk(device.home())) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String text =
              new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
          assertThat(text).as(file::toString).doesNotContain(words);
        }
      }
    }
  }

  @Test
  void whoMetByCodeMeetsAgainByName() {
    try (LocalStreamProcess sender = sender();
        LocalStreamProcess receiver = receiver(ben, code(sender))) {
      receiver.endsWith(0);
      sender.endsWith(0);
    }
    try (LocalStreamProcess sender = sender("--port", PORT);
        LocalStreamProcess receiver =
            ben.start("receive", "--from", TestDevice.ANNA, "--yes", "--rename", "--wait", "60")) {
      receiver.endsWith(0);
      sender.endsWith(0);
    }
    assertThat(ben.files()).containsExactly("for ben (1).bin", "for ben.bin");
  }

  @Test
  void threeWrongGuessesBurnTheCodeAndBothPeopleSeeWhy() {
    TestDevice mallory = mallory();
    try (LocalStreamProcess sender = sender()) {
      String code = code(sender);
      String wrong = number(sender) + WRONG;
      for (int guess = 1; guess <= 3; guess++) {
        try (LocalStreamProcess guesser =
            receiver(mallory, wrong, "--from", lan.address("anna") + ":" + PORT)) {
          assertRefused(guesser);
          assertThat(guesser.err()).contains("code").contains("nothing was sent or received");
        }
      }
      assertRefused(sender);
      assertThat(sender.err()).contains("10.78.0.3", "burnt");
      try (LocalStreamProcess late = receiver(ben, code, "--wait", "3")) {
        assertThat(late.exitCode()).as(late::toString).isEqualTo(3);
      }
    }
    assertNothingArrived(mallory);
    assertNothingArrived(ben);
    assertThat(anna.home().resolve("devices.json")).doesNotExist();
  }

  @Test
  void whoForgesTheAnnouncementGetsOneGuessAndTheFileStillArrives() {
    try (LocalStreamProcess sender = sender()) {
      String code = code(sender);
      try (LocalStreamProcess mallory = pose(number(sender), UUID.randomUUID().toString());
          LocalStreamProcess receiver = receiver(ben, code)) {
        receiver.endsWith(0);
        sender.endsWith(0);
        assertThat(mallory.out()).doesNotContain("BREACH");
      }
    }
    assertThat(ben.folder().resolve("for ben.bin")).hasSameBinaryContentAs(source);
  }

  private LocalStreamProcess pose(String number, String id) {
    LocalStreamProcess mallory =
        Attacker.start(
            lan.machine("mallory"),
            "pose",
            id,
            lan.address("mallory"),
            "6666",
            number,
            TestDevice.ANNA);
    mallory.awaitOut("lurking");
    return mallory;
  }

  @Test
  void whoAnswersInTheSendersPlaceGetsNothing() {
    try (LocalStreamProcess sender = sender("--no-announce")) {
      String code = code(sender);
      try (LocalStreamProcess mallory = pose(number(sender), UUID.randomUUID().toString());
          LocalStreamProcess receiver = receiver(ben, code)) {
        assertRefused(receiver);
        assertThat(receiver.err()).contains("somebody sits in between");
        mallory.awaitOut("told: Status\\[flag=CODE_WRONG");
        assertThat(mallory.out()).contains("guessed").doesNotContain("BREACH");
      }
      // The sender's code is as good as before.
      try (LocalStreamProcess receiver =
          receiver(ben, code, "--from", lan.address("anna") + ":" + PORT)) {
        receiver.endsWith(0);
        sender.endsWith(0);
      }
    }
    assertThat(ben.folder().resolve("for ben.bin")).hasSameBinaryContentAs(source);
  }

  @Test
  void aFloodOfAnnouncementsHidesNoCode() {
    try (LocalStreamProcess sender = sender();
        LocalStreamProcess flood =
            Attacker.flood(
                lan.machine("mallory"),
                lan.address("mallory"),
                number(sender),
                UUID.randomUUID().toString())) {
      flood.awaitOut("flooding");
      try (LocalStreamProcess receiver = receiver(ben, code(sender))) {
        receiver.endsWith(0);
        sender.endsWith(0);
      }
    }
    assertThat(ben.folder().resolve("for ben.bin")).hasSameBinaryContentAs(source);
  }

  @Test
  void whoRelaysBetweenTheTwoIsNoticedByBoth() {
    try (LocalStreamProcess sender = sender("--no-announce");
        LocalStreamProcess mallory =
            Attacker.start(
                lan.machine("mallory"),
                "relay",
                UUID.randomUUID().toString(),
                lan.address("mallory"),
                "6666",
                number(sender),
                TestDevice.ANNA,
                lan.address("anna"),
                PORT)) {
      mallory.awaitOut("lurking");
      try (LocalStreamProcess receiver = receiver(ben, code(sender))) {
        assertRefused(receiver);
        assertThat(receiver.err()).contains("somebody sits in between");
      }
      sender.awaitErr("10\\.78\\.0\\.3.*");
      assertThat(sender.isAlive()).isTrue();
      assertThat(mallory.out()).contains("between").doesNotContain("BREACH");
    }
    assertNothingArrived(ben);
    assertThat(anna.home().resolve("devices.json")).doesNotExist();
  }

  @Test
  void whoOffersAChangedKeyIsRefusedWithTheCommandThatWouldReplaceIt() throws IOException {
    try (LocalStreamProcess sender = sender();
        LocalStreamProcess receiver = receiver(ben, code(sender))) {
      receiver.endsWith(0);
      sender.endsWith(0);
    }
    String devices = Files.readString(ben.home().resolve("devices.json"));
    String annasId = devices.replaceAll("(?s).*?\"id\" : \"([^\"]+)\".*", "$1");
    try (LocalStreamProcess mallory = pose("0", annasId);
        LocalStreamProcess look = ben.start("possible_connections", "--watch")) {
      look.awaitOut("10\\.78\\.0\\.3 +6666");
      assertChangedKeyIsRefused(mallory, devices, annasId);
    }
    assertThat(Files.readString(ben.home().resolve("devices.json"))).isEqualTo(devices);
    assertThat(ben.files()).containsExactly("for ben.bin");
  }

  private void assertChangedKeyIsRefused(
      LocalStreamProcess mallory, String devices, String annasId) {
    try (LocalStreamProcess receiver =
        ben.start("receive", "--from", TestDevice.ANNA, "--yes", "--rename")) {
      assertRefused(receiver);
      String shown = receiver.err().replaceAll("\\s+", " ");
      String annas = devices.replaceAll("(?s).*\"fingerprint\" : \"([^\"]+)\".*", "$1");
      assertThat(shown.replace(" ", "")).contains("expected" + annas);
      assertThat(shown).containsPattern("trust replace " + annasId + " [0-9a-f]{64}");
      assertThat(mallory.out()).doesNotContain("BREACH");
    }
  }
}
