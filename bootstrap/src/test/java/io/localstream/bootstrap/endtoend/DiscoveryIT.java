package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What devices learn of each other without being told an address, on a network of their own. */
class DiscoveryIT {
  @TempDir Path temporary;
  private Lan lan;
  private TestDevice anna;
  private TestDevice ben;

  @BeforeEach
  void build() {
    assumeTrue(Namespace.arePossible("DiscoveryIT"), "no network namespaces here");
    lan = new Lan("anna", "ben", "mallory");
    anna = lan.on("anna", TestDevice.known(temporary, TestDevice.ANNA).announcing());
    ben = lan.on("ben", TestDevice.known(temporary, TestDevice.BEN).announcing());
  }

  @AfterEach
  void clear() {
    if (lan != null) {
      lan.close();
    }
  }

  /** A shell that listens. */
  private LocalStreamProcess listening(String... options) {
    LocalStreamProcess shell = anna.shell(options);
    shell.type("add_connection 8080 3");
    return shell.awaitListening();
  }

  /** What one device sees from when it sees this. */
  private static String seenWith(TestDevice device, String pattern) {
    try (LocalStreamProcess look = device.start("possible_connections", "--watch")) {
      look.awaitOut(pattern);
      return look.out();
    }
  }

  @Test
  void whoIsKnownIsSeenByNameFoundAndConnected() {
    try (LocalStreamProcess annas = listening();
        LocalStreamProcess bens = ben.shell()) {
      bens.type("connect " + TestDevice.ANNA);
      bens.awaitOut("connected to " + TestDevice.ANNA + " at 10\\.78\\.0\\.1:8080");
      seenWith(ben, TestDevice.ANNA + " +10\\.78\\.0\\.1 +8080 +[0-9a-f]{8} +known");
      assertThat(annas.err()).doesNotContain("[yes/no]");
    }
  }

  @Test
  void whoIsQuietIsNotSeen() {
    TestDevice carol = lan.on("mallory", TestDevice.fresh(temporary, "carol").announcing());
    try (LocalStreamProcess _ = listening("--no-announce");
        LocalStreamProcess carols = carol.shell()) {
      carols.type("add_connection 9090 3");
      carols.awaitListening();
      // Who announces later is seen, so that whoever did before would have been.
      assertThat(seenWith(ben, "carol +10\\.78\\.0\\.3 +9090"))
          .doesNotContain(TestDevice.ANNA, "8080");
    }
  }

  @Test
  void aNameThatHoldsTheAccountsIsNotAnnounced() throws IOException {
    String account = System.getProperty("user.name");
    Path settings = anna.home().resolve("settings.json");
    Files.writeString(
        settings, Files.readString(settings).replace(TestDevice.ANNA, account + "'s machine"));
    Files.delete(ben.home().resolve("devices.json"));
    try (LocalStreamProcess _ = listening()) {
      assertThat(seenWith(ben, "\"device [0-9a-f]{8}\" +10\\.78\\.0\\.1 +8080 +[0-9a-f]{8} +new"))
          .doesNotContain(account + "'s");
    }
  }

  @Test
  void whoTakesAKnownNameIsSeenAsNewAndNeverConnected() throws IOException {
    String devices = Files.readString(ben.home().resolve("devices.json"));
    try (LocalStreamProcess mallory =
            Attacker.start(
                lan.machine("mallory"),
                "pose",
                UUID.randomUUID().toString(),
                lan.address("mallory"),
                "6666",
                "0",
                TestDevice.ANNA);
        LocalStreamProcess bens = ben.shell("--keep-going")) {
      mallory.awaitOut("lurking");
      seenWith(ben, TestDevice.ANNA + " +10\\.78\\.0\\.3 +6666 +[0-9a-f]{8} +new");
      bens.type("connect " + TestDevice.ANNA);
      bens.endInput();
      assertThat(bens.exitCode()).as(bens::toString).isEqualTo(3);
      assertThat(mallory.out()).doesNotContain("caught");
    }
    assertThat(Files.readString(ben.home().resolve("devices.json"))).isEqualTo(devices);
  }

  @Test
  void aFloodOfAnnouncementsHidesNobodyWhoIsKnown() throws IOException {
    String annasId =
        Files.readString(ben.home().resolve("devices.json"))
            .replaceAll("(?s).*?\"id\" : \"([^\"]+)\".*", "$1");
    try (LocalStreamProcess flood =
        Attacker.flood(lan.machine("mallory"), lan.address("mallory"), "0", annasId)) {
      flood.awaitOut("flooding");
      try (LocalStreamProcess _ = listening();
          LocalStreamProcess bens = ben.shell()) {
        bens.type("connect " + TestDevice.ANNA);
        bens.awaitOut("connected to " + TestDevice.ANNA + " at 10\\.78\\.0\\.1:8080");
        seenWith(ben, TestDevice.ANNA + " +10\\.78\\.0\\.1 +8080 +[0-9a-f]{8} +known");
      }
    }
  }

  @Test
  void theDoctorSeesWhetherAnnouncementsComeBack() {
    // It waits for its announcement for three seconds, which a busy machine may need to begin.
    AtomicReference<String> told = new AtomicReference<>("");
    Await.until(Await.PATIENCE, () -> isWell(told), told::get);
    assertThat(told.get()).contains("came back").contains("10.78.0.2:7117");
    lan.machine("ben").ip("link", "set", "eth0", "multicast", "off");
    try (LocalStreamProcess ill = ben.start("doctor")) {
      assertThat(ill.endsWith(3).out())
          .contains("did not come back")
          .contains("connect 10.78.0.2 7117 --code");
    }
  }

  private boolean isWell(AtomicReference<String> told) {
    try (LocalStreamProcess doctor = ben.start("doctor")) {
      int exitCode = doctor.exitCode();
      doctor.assertNoNoise();
      told.set(doctor.out());
      return exitCode == 0;
    }
  }
}
