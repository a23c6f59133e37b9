package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.transfer.UnfinishedTransfer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The transfers that broke, one-shot and in the shell. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TransfersTest {
  private final ProgramRig rig = new ProgramRig();
  private final ScriptedTransfers before = new ScriptedTransfers();

  @BeforeEach
  void letTheDeviceKnowThem() {
    rig.factory =
        (_, contacts) -> {
          ScriptedDevice device = new ScriptedDevice(contacts, Duration.ZERO);
          before.unfinished().forEach(device.unfinished::add);
          rig.devices.add(device);
          return device;
        };
  }

  private void broke(int digits, String title, Instant last, String... again) {
    before.receive(digits, title, last, again);
  }

  @Test
  void areListedWithOrWithoutTheWord() {
    assertThat(rig.run("transfers")).isZero();
    assertThat(rig.out()).containsExactly("no transfer is unfinished");

    broke(12345678, "an\u202ena.iso", Samples.NOW);
    broke(87654321, "b.iso", Instant.now());

    assertThat(rig.run("transfers", "list")).isZero();
    assertThat(rig.out()).hasSize(3);
    assertThat(rig.out().get(1))
        .contains("12345678", "an\\u202ena.iso", "from anna", "50 % of 12.3 MB")
        .endsWith("old");
    assertThat(rig.out().get(2)).contains("87654321").doesNotEndWith("old");

    assertThat(rig.runWithInput("transfers")).isZero();
    assertThat(rig.out()).hasSize(3);
  }

  @Test
  void areShown() {
    broke(12345678, "a.iso", Samples.NOW);

    assertThat(rig.run("transfers", "show", "1234")).isZero();
    assertThat(rig.out())
        .contains(
            "transfer 12345678-0000-4000-8000-000000000000",
            "  what:              a.iso",
            "  stored:            6.2 MB of 12.3 MB",
            "  reason:            LINK_BROKEN",
            "  what has arrived:  /home/ben/my files/.1.localstream-part",
            "  again:             localstream receive '/home/ben/my files' --from anna");
    assertThat(rig.run("transfers", "show", "9999")).isEqualTo(2);
    assertThat(rig.err()).last().asString().contains("no unfinished transfer");
  }

  @Test
  void areDiscardedOnlyWithAYes() {
    broke(12345678, "a.iso", Samples.NOW);
    broke(12345679, "b.iso", Samples.NOW);
    broke(22222222, "c.iso", Samples.NOW);

    assertThat(rig.run("transfers", "discard", "12345678")).isEqualTo(2);
    assertThat(rig.err()).last().asString().contains("nobody is here to ask", "--yes does it");
    assertThat(rig.device().unfinished.unfinished()).hasSize(3);

    assertThat(rig.run("transfers", "discard", "12345678", "12345679", "--yes")).isZero();
    assertThat(rig.out()).containsExactly("discarded a.iso", "discarded b.iso");
    assertThat(rig.device().unfinished.unfinished())
        .extracting(UnfinishedTransfer::title)
        .containsExactly("c.iso");

    assertThat(rig.run("transfers", "discard", "12345678", "9999", "--yes")).isEqualTo(2);
    assertThat(rig.device().unfinished.unfinished()).hasSize(3);
  }

  @Test
  void areDiscardedByTheirAge() {
    broke(12345678, "a.iso", Samples.NOW);
    broke(22222222, "new.iso", Instant.now());

    assertThat(rig.run("transfers", "discard", "--older-than", "30d", "--yes")).isZero();
    assertThat(rig.device().unfinished.unfinished())
        .extracting(UnfinishedTransfer::title)
        .containsExactly("new.iso");

    assertThat(rig.run("transfers", "discard", "--older-than", "30d", "1234")).isEqualTo(2);
    assertThat(rig.run("transfers", "discard")).isEqualTo(2);
    assertThat(rig.err()).last().asString().contains("give ID, --old or --older-than AGE");
  }

  @Test
  void areStartedAgainAsTheyWere() {
    broke(
        12345678,
        "a.iso",
        Samples.NOW,
        "send",
        "my report.pdf",
        "--to",
        "192.168.1.9:8080",
        "--yes");

    assertThat(rig.run("transfers", "resume", "1234")).isZero();
    assertThat(rig.err())
        .first()
        .isEqualTo("running localstream send 'my report.pdf' --to 192.168.1.9:8080 --yes");
    assertThat(rig.device().commands)
        .first()
        .isEqualTo(ConnectToPeer.Command.to(Endpoint.of("192.168.1.9", 8080)));
    assertThat(rig.out()).singleElement().asString().startsWith("sent my report.pdf");
  }

  @Test
  void areStartedAgainWithTheSameDeviceWhereNoWordsAreKept() {
    broke(12345678, "a.iso", Samples.NOW);

    rig.run("transfers", "resume", "12345678");
    assertThat(rig.err())
        .first()
        .isEqualTo("running localstream receive '/home/ben/my files' --from anna");
  }

  @Test
  void areNotStartedAgainWhereNothingButTransfersCouldBe() {
    broke(22222222, "b.iso", Samples.NOW, "trust", "forget", "anna", "--yes");

    assertThat(rig.run("transfers", "resume", "22222222")).isEqualTo(2);
    assertThat(rig.err())
        .last()
        .isEqualTo(
            "localstream: only send and receive are started again, not localstream trust forget"
                + " anna --yes; type it yourself");
    assertThat(rig.runWithInput("transfers resume 22222222")).isEqualTo(2);
    assertThat(rig.err()).last().asString().contains("resume does not work in the shell");
  }
}
