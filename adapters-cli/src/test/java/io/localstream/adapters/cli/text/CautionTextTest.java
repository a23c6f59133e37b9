package io.localstream.adapters.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.adapters.cli.Samples;
import io.localstream.domain.port.Question;
import io.localstream.domain.transfer.Cautions;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.NameReport;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.ReceptionPlan;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.Transfer.Direction;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CautionTextTest {
  private static Question.ReceiveFiles question(List<String> names, int executables) {
    List<ManifestEntry> entries =
        names.stream()
            .<ManifestEntry>map(
                name -> new ManifestEntry.File(new RelativePath(name), 1, Instant.EPOCH, 0755))
            .toList();
    Transfer sample = Samples.transfer("x", 1, Direction.RECEIVING, "mallory");
    Offer offer =
        new Offer(
            sample.id(),
            1,
            new Manifest(entries),
            sample.offer().chunkSize(),
            sample.offer().lanes());
    Transfer transfer =
        Transfer.offered(
            offer, Direction.RECEIVING, sample.peer(), sample.peerName(), sample.since());
    BitSet hidden = new BitSet();
    IntStream.range(0, names.size()).filter(i -> names.get(i).startsWith(".")).forEach(hidden::set);
    return new Question.ReceiveFiles(
        transfer,
        "/home/me",
        new ReceptionPlan(
            "/home/me",
            ReceptionPlan.Amount.of(entries),
            0,
            List.of(),
            List.of(),
            0,
            names.size(),
            1_000,
            new Cautions(hidden, true, executables, NameReport.NONE)));
  }

  @Test
  void namesEachHiddenFileOnItsOwnLineBeforeAYes() {
    List<String> details =
        QuestionText.details(
            question(List.of("holiday.jpg", ".ssh/authorized_keys", ".zsh\u202eenv"), 2));

    assertThat(details)
        .containsSubsequence(
            "  2 are executable",
            "  Warning: hidden names for folders that exist here already (2):",
            "    .ssh/authorized_keys",
            "    .zsh\\u202eenv",
            "  (the answer list shows all of it)");
  }

  @Test
  void saysHowManyMoreThereAreAndListsThemAll() {
    List<String> names = IntStream.range(0, 30).mapToObj(i -> ".x" + i).toList();
    Question question = question(names, 0);

    assertThat(QuestionText.details(question))
        .contains("    and 10 more")
        .doesNotContain("    " + names.get(25));
    assertThat(QuestionText.listing(question).orElseThrow())
        .contains("    " + names.get(25))
        .doesNotContain("    and 10 more");
  }

  @Test
  void saysNothingOfAnOrdinaryOffer() {
    assertThat(QuestionText.details(question(List.of("holiday.jpg"), 0))).hasSize(2);
  }
}
