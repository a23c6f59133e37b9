package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.Picking;
import io.localstream.domain.transfer.Transfer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Offers that come before the line that answers them. */
class OffersTest {
  private final ProgramRig rig = new ProgramRig();

  {
    rig.factory =
        (_, contacts) -> {
          ScriptedDevice device = new ScriptedDevice(contacts, Duration.ZERO);
          device.offer("report.pdf", "anna");
          rig.devices.add(device);
          return device;
        };
  }

  @Test
  void areSavedHereByYes() {
    assertThat(rig.runWithInput("yes")).isZero();
    assertThat(rig.out()).singleElement().asString().startsWith("received . (12.3 MB) from anna");
  }

  @Test
  void areSavedThereByAccept() {
    assertThat(rig.runWithInput("accept 'my folder' --rename")).isZero();
    assertThat(rig.out()).singleElement().asString().startsWith("received \"my folder\" (12.3 MB)");
  }

  @Test
  void areDeclinedByNoAndByDeny() {
    assertThat(rig.runWithInput("no")).isZero();
    assertThat(rig.out()).containsExactly("declined report.pdf (12.3 MB)");
    assertThat(rig.runWithInput("deny")).isZero();
    assertThat(states()).containsExactly("DECLINED", "DECLINED");
  }

  @Test
  void needAPersonOrYesWhenReceived() {
    assertThat(rig.runWithInput("receive_file x")).isEqualTo(4);
    assertThat(rig.runWithInput("receive_file x --yes")).isZero();
  }

  @Test
  void areToldByPathAloneWhenQuiet() {
    assertThat(rig.runWithInput("accept /tmp/here -q")).isZero();
    assertThat(rig.out()).containsExactly("/tmp/here");
    assertThat(rig.err()).isEmpty();
  }

  @Test
  void areOnlyLookedAtWithPlan() {
    assertThat(rig.runWithInput("receive_file x --plan")).isZero();

    assertThat(rig.out())
        .startsWith("anna offers report.pdf (12.3 MB)")
        .contains("    report.pdf  12.3 MB")
        .endsWith("nothing was received: this was only a look");
    assertThat(states()).containsExactly("ONLY_LOOKED");
  }

  @Test
  void areTakenInPart() {
    assertThat(rig.runWithInput("receive_file x --yes --only '*.pdf' --exclude /tmp/")).isZero();

    assertThat(rig.device().reviewed)
        .singleElement()
        .extracting(Destination::picking)
        .isEqualTo(new Picking(List.of("*.pdf"), List.of("/tmp/"), Map.of()));
  }

  @Test
  void leaveHiddenNamesOutUnlessTheyAreWanted() {
    assertThat(rig.runWithInput("receive_file x --yes\n")).isZero();
    assertThat(rig.runWithInput("receive_file x --yes --hidden")).isZero();
    assertThat(rig.runWithInput("accept x --hidden")).isZero();

    assertThat(rig.devices)
        .flatExtracting(device -> device.reviewed)
        .extracting(destination -> destination.names().takesHidden())
        .containsExactly(false, true, true);
  }

  @Test
  void needATerminalWhereExistingFilesAreAskedAbout() {
    assertThat(rig.runWithInput("receive_file x --yes --existing ask")).isEqualTo(2);

    assertThat(rig.err())
        .singleElement()
        .asString()
        .contains("keep, overwrite, rename, skip, newer, different or backup");
    assertThat(rig.devices).isEmpty();
  }

  @Test
  void keepWhatIsThereWhereNobodyCanBeAsked() {
    assertThat(rig.runWithInput("settings existing ask\nreceive_file x --yes")).isZero();

    assertThat(rig.device().reviewed)
        .extracting(Destination::ifExists)
        .containsExactly(ExistingFile.KEEP);
  }

  @Test
  void areTakenAsTheSettingsSay() {
    assertThat(rig.runWithInput("settings existing newer\nreceive_file x --yes")).isZero();

    assertThat(rig.device().reviewed)
        .extracting(Destination::ifExists)
        .containsExactly(ExistingFile.NEWER);
  }

  @Test
  void areNotWrittenToTheShellsOutput() {
    assertThat(rig.runWithInput("receive_file - --yes")).isEqualTo(2);
  }

  private List<String> states() {
    return rig.devices.stream()
        .flatMap(device -> device.showStatus().show().transfers().stream())
        .map(Transfer::state)
        .map(state -> state.toString().replaceAll(".*code=(\\w+).*", "$1"))
        .toList();
  }
}
