package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.application.usecase.KeepSessions;
import io.localstream.application.usecase.ListPossibleConnections.Standing;
import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.connection.SavedConnection;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Firewall;
import io.localstream.domain.network.Side;
import io.localstream.domain.trust.PinnedDevice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Looking at trust, sessions, identity, settings and the network, one-shot and in the shell. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReviewCommandsTest {
  @TempDir Path folder;
  private final ProgramRig rig = new ProgramRig();

  private void with(Consumer<ScriptedDevice> preparation) {
    rig.factory =
        (_, contacts) -> {
          ScriptedDevice device = new ScriptedDevice(contacts, Duration.ZERO);
          preparation.accept(device);
          rig.devices.add(device);
          return device;
        };
  }

  private static KeepSessions.Kept kept(String peer, boolean openHere) {
    return new KeepSessions.Kept(
        Samples.session(peer, Endpoint.of("192.168.1.9", 8080), Side.DIALLED), openHere);
  }

  @Nested
  class OfTrust {
    @Test
    void listsWhoIsKnown() {
      assertThat(rig.run("trust", "list")).isZero();
      assertThat(rig.out()).containsExactly("no device is known yet; pair makes one known");

      with(device -> device.trust.pin("an\u202ena"));
      assertThat(rig.runWithInput("trust list")).isZero();
      assertThat(rig.out()).last().asString().contains("an\\u202ena", "fedc ba98", "trusted");
    }

    @Test
    void showsBothFingerprintsInDigitsAndWords() {
      with(device -> device.trust.pin("anna"));

      assertThat(rig.run("trust", "show", "anna")).isZero();
      String shown = String.join(" ", rig.out()).replaceAll(" +", " ");
      assertThat(shown)
          .contains(String.join(" ", Samples.OTHER.spoken()))
          .contains(String.join(" ", Samples.OWN.spoken()))
          .contains(Samples.OTHER.display())
          .contains(Samples.OWN.display());
    }

    @Test
    void showsWhatADeviceWasCalledAtFirstAndWhatItCallsItself() {
      with(device -> device.trust.pin("anna"));

      assertThat(rig.runWithInput("trust rename anna annas\ntrust show annas")).isZero();

      assertThat(rig.out())
          .contains("  called at first:   anna")
          .noneMatch(line -> line.contains("calls itself"));
    }

    @Test
    void forgetsAndRevokesOnlyWithAYes() {
      with(device -> device.trust.pin("anna"));

      assertThat(rig.run("trust", "forget", "anna")).isEqualTo(2);
      assertThat(rig.err()).last().asString().contains("nobody is here to ask", "--yes does it");
      assertThat(rig.device().trust.list()).hasSize(1);

      assertThat(rig.run("trust", "revoke", "anna", "--yes")).isZero();
      assertThat(rig.device().trust.list()).allMatch(PinnedDevice::revoked);
      assertThat(rig.runWithInput("trust forget anna --yes")).isZero();
      assertThat(rig.device().trust.list()).isEmpty();
      assertThat(rig.out()).containsExactly("forgot anna");
    }

    @Test
    void renamesAndReplaces() {
      with(device -> device.trust.pin("anna"));
      String key = "00FF ".repeat(16);

      assertThat(rig.run("trust", "rename", "anna", "annas laptop")).isZero();
      assertThat(rig.out()).containsExactly("anna is called \"annas laptop\" here");
      assertThat(rig.runWithInput("trust replace anna " + key)).isZero();
      assertThat(rig.device().trust.list().getFirst().successor().orElseThrow().hex())
          .isEqualTo("00ff".repeat(16));
    }

    @Test
    void refusesWhatIsNoFingerprint() {
      assertThat(rig.run("trust", "replace", "anna", "00ff")).isEqualTo(2);
      assertThat(rig.run("trust", "replace", "anna", "xyz0".repeat(16))).isEqualTo(2);
      assertThat(rig.err()).last().asString().contains("0 to 9 and a to f only");
    }

    @Test
    void saysThatNobodyIsCalledSo() {
      assertThat(rig.run("trust", "show", "ben")).isEqualTo(2);
      assertThat(rig.err())
          .containsExactly("localstream: no known device is called ben; trust list shows them");
    }

    @Test
    void helpExplainsEveryAction() {
      assertThat(rig.run("help", "trust")).isZero();
      assertThat(String.join("\n", rig.out()))
          .contains("list", "show", "forget", "revoke", "rename", "replace", "Example:");
      assertThat(rig.run("help", "trust", "replace")).isZero();
      assertThat(String.join("\n", rig.out())).contains("trust replace NAME FINGERPRINT");
      assertThat(rig.run("trust", "--help")).isZero();
      assertThat(rig.run("trust", "replace", "--help")).isZero();
      assertThat(rig.out()).anyMatch(line -> line.contains("64 digits"));
    }
  }

  @Nested
  class OfSessions {
    @Test
    void listsShowsAndForgets() {
      with(device -> device.kept.kept.add(kept("anna", false)));

      assertThat(rig.runWithInput("sessions list")).isZero();
      assertThat(rig.out())
          .last()
          .asString()
          .contains("anna", "192.168.1.9:8080", "dialled", "can be restored");
      String id = rig.out().getLast().substring(0, 8);
      assertThat(rig.runWithInput("sessions show " + id)).isEqualTo(2);
      String whole = rig.device().kept.kept.getFirst().session().id().toString();
      rig.factory = (_, _) -> rig.device();
      assertThat(rig.run("sessions", "show", whole)).isZero();
      assertThat(rig.out()).contains("transfers: 0");
      assertThat(rig.run("sessions", "forget", whole, "--yes")).isZero();
      assertThat(rig.out()).containsExactly("forgot the session with anna");
    }

    @Test
    void restoresAndTellsWhatIsAway() {
      with(device -> {
        device.kept.kept.add(kept("anna", false));
        device.kept.kept.add(kept("away ben", false));
        device.kept.saved.add(
            new SavedConnection(Endpoint.of("192.168.1.7", 9000), new PeerLimit(1)));
        device.kept.failures.add("port 9001 is taken");
      });

      assertThat(rig.runWithInput("sessions restore")).isZero();
      assertThat(rig.out())
          .containsExactly(
              "listening on 192.168.1.7:9000 again",
              "connected to anna at 192.168.1.9:8080 again",
              "away, and tried again until they are there: \"away ben\"");
      assertThat(rig.err()).containsExactly("port 9001 is taken");
      // A program that ends at once would close again what it says is open.
      assertThat(rig.run("sessions", "restore")).isEqualTo(2);
      assertThat(rig.err()).singleElement().asString().contains("localstream --restore");
    }

    @Test
    void restoresAtTheStartOnlyWhenTold() {
      with(device -> device.kept.kept.add(kept("anna", false)));

      assertThat(rig.runWithInput("version")).isZero();
      assertThat(rig.devices).isEmpty();
      assertThat(rig.runWithInput("version", "--no-restore")).isZero();
      assertThat(rig.devices).isEmpty();
      assertThat(rig.runWithInput("version", "--restore")).isZero();
      assertThat(rig.out())
          .containsExactly("connected to anna at 192.168.1.9:8080 again", "localstream 1.2.3");
    }
  }

  @Nested
  class OfTheIdentity {
    @Test
    void showsAndExports() {
      assertThat(rig.run("identity", "show")).isZero();
      assertThat(rig.out())
          .contains("  private keys:      not protected by a passphrase (identity protect)");
      assertThat(rig.run("identity", "export")).isZero();
      assertThat(rig.out())
          .containsExactly("-----BEGIN PUBLIC KEY-----", "AQ==", "-----END PUBLIC KEY-----");
    }

    @Test
    void protectsWithThePassphraseOfAFile() throws Exception {
      String file = Files.writeString(folder.resolve("pass"), "open sesame\r\n").toString();

      assertThat(rig.run("identity", "protect", "--passphrase-file", file)).isZero();
      assertThat(rig.device().identity.passphrase).contains("open sesame");
      assertThat(rig.out()).containsExactly("private keys: protected by a passphrase");
    }

    @Test
    void staysLockedWithoutAPassphrase() throws Exception {
      with(device -> device.identity.passphrase = Optional.of("right"));
      String file = Files.writeString(folder.resolve("pass"), "wrong").toString();

      assertThat(rig.run("identity", "unprotect")).isEqualTo(4);
      assertThat(rig.run("identity", "unprotect", "--passphrase-file", file)).isEqualTo(4);
      assertThat(rig.err()).noneMatch(line -> line.contains("wrong"));
    }

    @Test
    void rotatesOnlyWithAYes() {
      assertThat(rig.run("identity", "rotate")).isEqualTo(2);
      assertThat(rig.run("identity", "rotate", "-y")).isZero();
      assertThat(rig.out()).first().isEqualTo("this device has new keys");
    }
  }

  @Nested
  class OfSettings {
    @Test
    void showsAndChanges() {
      assertThat(rig.runWithInput("settings\nsettings name 'my desk'\nsettings announce off"))
          .isZero();
      assertThat(rig.out())
          .containsExactly(
              "name         kitchen",
              "announce     on",
              "existing     keep",
              "partial_age  30d",
              "name         \"my desk\"",
              "announce     on",
              "existing     keep",
              "partial_age  30d",
              "name         \"my desk\"",
              "announce     off",
              "existing     keep",
              "partial_age  30d");
    }

    @Test
    void changesWhatHappensToWhatExistsAndWhatIsOld() {
      assertThat(rig.runWithInput("settings existing Backup\nsettings partial-age 36h")).isZero();
      assertThat(rig.out()).endsWith("existing     backup", "partial_age  36h");
    }

    @Test
    void refusesWhatIsNoPolicyAndNoAge() {
      assertThat(rig.run("settings", "existing", "maybe")).isEqualTo(2);
      assertThat(rig.run("settings", "partial_age", "0")).isEqualTo(2);
      assertThat(rig.err()).last().asString().contains("AGE is longer than nothing");
    }

    @Test
    void staysSilentForOneRun() {
      rig.run("status");
      assertThat(rig.device().settings.silenced).isFalse();
      rig.run("status", "--no-announce");
      assertThat(rig.device().settings.silenced).isTrue();
    }
  }

  @Nested
  class OfTheNetwork {
    @Test
    void possibleConnectionsShowsWhoAnnouncesItself() {
      with(device -> {
        device.network.announce("anna", Standing.KNOWN, Optional.of(7));
        device.network.announce("b\u202en", Standing.NEW, Optional.empty());
      });

      assertThat(rig.run("possible_connections")).isZero();
      String shown = String.join("\n", rig.out()).replaceAll(" +", " ");
      assertThat(shown)
          .contains("anna 192.168.1.9 7117 00000000 known code 7")
          .doesNotContain("\u202e");
    }

    @Test
    void doctorIsSatisfied() {
      assertThat(rig.run("doctor", "--quiet")).isZero();
      assertThat(rig.out())
          .contains(
              "  eth0 (default route): 192.168.1.7",
              "    announcement: came back after 12 ms",
              "    port 7117: reached at 192.168.1.7:7117",
              "  ufw is off")
          .last()
          .isEqualTo("everything looks fine");
    }

    @Test
    void doctorSaysWhatToType() {
      with(device -> {
        device.network.multicast = false;
        device.network.firewall = Firewall.State.ON;
      });

      assertThat(rig.run("doctor", "--port", "9000")).isEqualTo(3);
      assertThat(rig.out())
          .contains("what to do:")
          .contains(
              "  - announcements do not work on eth0: the other device types connect 192.168.1.7"
                  + " 9000 --code",
              "    to open the port:         sudo ufw allow 9000/tcp");
    }

    @Test
    void doctorMindsNoSilenceThatIsWanted() {
      with(device -> {
        device.network.multicast = false;
        device.network.announcing = false;
      });

      assertThat(rig.run("doctor")).isZero();
      assertThat(rig.out()).last().asString().contains("settings announce on");
    }
  }
}
