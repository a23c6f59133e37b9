package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.application.usecase.KeepTransfers.CheckedReceipt;
import io.localstream.application.usecase.KeepTransfers.KeptReceipt;
import io.localstream.application.usecase.OpenConnection;
import io.localstream.application.usecase.SendFiles;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.ContentDigest;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Receipt;
import io.localstream.domain.transfer.Selection;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.TransferTerms;
import io.localstream.domain.transfer.UnfinishedTransfer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The transfers that broke, one-shot and in the shell. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TransfersTest {
  private static final String ANNA = Samples.device("anna").id().toString();

  private final ProgramRig rig = new ProgramRig();
  private final ScriptedTransfers before = new ScriptedTransfers();
  private final List<CheckedReceipt> receipts = new ArrayList<>();
  private final List<String> pinned = new ArrayList<>();

  @BeforeEach
  void letTheDeviceKnowThem() {
    rig.factory =
        (_, contacts) -> {
          ScriptedDevice device = new ScriptedDevice(contacts, Duration.ZERO);
          pinned.forEach(device.trust::pin);
          before.unfinished().forEach(device.unfinished::add);
          receipts.forEach(device.unfinished::keep);
          rig.devices.add(device);
          return device;
        };
  }

  private void broke(int digits, String title, Instant last) {
    before.receive(digits, title, last);
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
            "  again:             localstream receive '/home/ben/my files' --from "
                + ANNA
                + " --existing newer '--only=*.iso' '--exclude=-x y' --verify");
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
  void areSentAgainAsTheyWere() {
    pinned.add("anna");
    before.send(
        12345678,
        "report.pdf",
        new TransferTerms.Sending(
            new Selection(List.of("*.log", "--x"), true, true),
            new ChunkSize(65_536),
            true,
            Optional.empty()));

    assertThat(rig.run("transfers", "resume", "1234")).isZero();

    assertThat(rig.err())
        .first()
        .isEqualTo(
            "running localstream send '/home/ben/my report.pdf' --to "
                + ANNA
                + " '--exclude=*.log'"
                + " --exclude=--x --gitignore --follow-links --chunk-size 64 --verify");
    assertThat(rig.device().commands)
        .last(InstanceOfAssertFactories.type(SendFiles.Command.class))
        .satisfies(command -> {
          assertThat(command.files()).containsExactly(new FileReference("/home/ben/my report.pdf"));
          assertThat(command.selection())
              .isEqualTo(new Selection(List.of("*.log", "--x"), true, true));
          assertThat(command.chunkSize()).isEqualTo(new ChunkSize(65_536));
          assertThat(command.verify()).isTrue();
        });
  }

  @Test
  void areReceivedAgainAsTheyWere() {
    broke(12345678, "a.iso", Samples.NOW);

    rig.run("transfers", "resume", "12345678");

    assertThat(rig.err())
        .first()
        .isEqualTo(
            "running localstream receive '/home/ben/my files' --from "
                + ANNA
                + " --existing newer"
                + " '--only=*.iso' '--exclude=-x y' --verify");
    assertThat(rig.runWithInput("transfers resume 12345678")).isEqualTo(2);
    assertThat(rig.err()).last().asString().contains("resume does not work in the shell");
  }

  @Test
  void whoListenedListensAgain() {
    before.send(
        12345678,
        "report.pdf",
        new TransferTerms.Sending(
            Selection.ALL, ChunkSize.DEFAULT, false, Optional.of(Endpoint.of("127.0.0.1", 7090))));

    rig.run("transfers", "resume", "1234");

    assertThat(rig.err())
        .first()
        .isEqualTo(
            "running localstream send '/home/ben/my report.pdf' --port 7090 --host 127.0.0.1");
    assertThat(rig.device().commands)
        .first(InstanceOfAssertFactories.type(OpenConnection.Command.class))
        .satisfies(command -> {
          assertThat(command.port()).isEqualTo(7090);
          assertThat(command.host()).contains(new HostAddress("127.0.0.1"));
        });
  }

  private static CheckedReceipt receipt(int missing, Optional<ContentDigest> digest) {
    Receipt.Sent sent =
        new Receipt.Sent(
            new TransferId(UUID.fromString("12345678-0000-4000-8000-000000000000")),
            Samples.device("anna").id(),
            Samples.device("ben").id(),
            "album (3 files)",
            4,
            12_300_000);
    return new CheckedReceipt(
        new KeptReceipt(
            new Receipt(sent, 0, missing, digest, Samples.NOW),
            Transfer.Direction.SENDING,
            Samples.device("ben").id(),
            Optional.of(new DeviceName("ben"))),
        Samples.device("ben").fingerprint(),
        missing == 0);
  }

  private String out() {
    return String.join("\n", rig.out());
  }

  @Test
  void receiptsAreListed() {
    assertThat(rig.run("transfers", "receipts")).isZero();
    assertThat(out()).contains("there is no receipt yet");

    receipts.add(receipt(1, Optional.of(new ContentDigest(new byte[ContentDigest.BYTES]))));

    assertThat(rig.run("transfers", "receipts")).isZero();
    assertThat(out())
        .containsPattern(
            "12345678 +album \\(3 files\\) +to ben +12.3 MB .* content compared, 1 missing");
  }

  @Test
  void aReceiptTellsWhatWasSignedAndByWhom() {
    receipts.add(receipt(0, Optional.empty()));

    assertThat(rig.run("transfers", "show", "1234", "--receipt")).isZero();

    assertThat(out())
        .contains("receipt of transfer 12345678-0000-4000-8000-000000000000")
        .contains("to:                ben, id " + Samples.device("ben").id())
        .contains("missing:           0")
        .contains("no content was compared (--verify does), so none is signed for")
        .contains("by the receiver, with the key it is known by here");
  }

  @Test
  void aReceiptByAnotherKeySaysSo() {
    receipts.add(receipt(1, Optional.empty()));

    assertThat(rig.run("transfers", "show", "1234", "--receipt")).isZero();

    assertThat(out()).contains("with a key that is not its key here today");
  }

  @Test
  void aReceiptThatThereIsNotIsAMistake() {
    assertThat(rig.run("transfers", "show", "9999", "--receipt")).isEqualTo(2);
    assertThat(rig.err())
        .containsExactly("localstream: no receipt has an identifier that begins with 9999");
  }
}
