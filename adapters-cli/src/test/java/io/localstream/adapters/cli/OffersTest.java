package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.transfer.Transfer;
import java.time.Duration;
import java.util.List;
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
    assertThat(rig.out()).singleElement().asString().startsWith("received my folder (12.3 MB)");
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

  private List<String> states() {
    return rig.devices.stream()
        .flatMap(device -> device.showStatus().show().transfers().stream())
        .map(Transfer::state)
        .map(state -> state.toString().replaceAll(".*code=(\\w+).*", "$1"))
        .toList();
  }
}
